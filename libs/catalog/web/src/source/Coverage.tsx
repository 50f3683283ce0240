import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { CoverageMark, Section } from '@sos/platform-ui';
import { type BreakdownState, type CoverageFragment, graphql } from '@sos/platform-contract';
import { breakdownNames, breakdownWords, levelWords, yearsWords } from '../words';
import styles from './source.module.css';

const CoverageParts = graphql(`
  fragment Coverage on DataSource {
    id
    recordUnit
    geographicLevels
    spatial
    temporal
    firstYear
    lastYear
    breakdowns {
      age
      sex
      race
      ethnicity
      language
      householdIncome
      immigrationStatus
    }
  }
`);

export const Coverage = ({ source: from }: { source: FragmentType<CoverageFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: CoverageParts, from });
  const places = source.geographicLevels.map((level) => levelWords[level]);
  const notes = [
    source.recordUnit && `Each record: ${source.recordUnit}.`,
    source.spatial && `Area: ${source.spatial}.`,
  ].filter(Boolean);
  return (
    <Section title="Coverage and breakdowns" end={yearsWords(source.firstYear, source.lastYear) ?? source.temporal}>
      <div className={styles.scroll} role="region" aria-label="Breakdowns, table" tabIndex={0}>
        <table className={styles.coverage}>
          <thead>
            <tr>
              <th scope="col">Place</th>
              {breakdownNames.map((name) => (
                <th key={name} scope="col">
                  {breakdownWords[name].full}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">
                {places.length > 0 ? places.map((place) => <div key={place}>{place}</div>) : 'Not known'}
              </th>
              {breakdownNames.map((name) => (
                <td key={name}>
                  <Mark state={source.breakdowns[name]} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {notes.length > 0 && <p className={styles.note}>{notes.join(' ')}</p>}
    </Section>
  );
};

const Mark = ({ state }: { state: BreakdownState }) =>
  state === 'UNKNOWN' ? <span className={styles.unknown}>Not known</span> : <CoverageMark state={state} />;
