import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { AccessMark, type Fact, Facts, Section, Tally } from '@sos/platform-ui';
import { graphql, type SourceFactsFragment } from '@sos/platform-contract';
import { useId, useState } from 'react';
import { dateWords, frequencyWords, yearsWords } from '../words';
import styles from './source.module.css';

const SourceFactsParts = graphql(`
  fragment SourceFacts on DataSource {
    id
    identifier
    accessLevel
    lag
    updateFrequency
    firstYear
    lastYear
    issued
    legalBasis
    license
    themes
    keywords
    completeness {
      given
      asked
      missing
    }
  }
`);

/** Facts that nobody has given are counted at the end, not shown as empty rows. */
export const SourceFacts = ({ source: from }: { source: FragmentType<SourceFactsFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: SourceFactsParts, from });
  const optional: [label: string, value: string | null][] = [
    ['Lag', source.lag || 'Not known'],
    ['Update', frequencyWords[source.updateFrequency]],
    ['Years', yearsWords(source.firstYear, source.lastYear)],
    ['First issued', dateWords(source.issued)],
    ['Legal basis', source.legalBasis],
    ['License', source.license],
    ['Topics', source.themes.join(', ')],
    ['Keywords', source.keywords.join(', ')],
    ['Identifier', source.identifier],
  ];
  const rows: Fact[] = [
    { label: 'Access', value: <AccessMark level={source.accessLevel} /> },
    ...optional.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    { label: 'Complete', value: <CompletenessFact {...source.completeness} /> },
  ];
  return (
    <Section title="At a glance">
      <Facts rows={rows} />
    </Section>
  );
};

const CompletenessFact = ({ given, asked, missing }: SourceFactsFragment['completeness']) => {
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <>
      <b>
        {given} of {asked}
      </b>{' '}
      facts
      <Tally filled={given} total={asked} label="facts given" />
      {missing.length > 0 && (
        <>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={listId}
            onClick={() => setOpen(!open)}
          >
            {missing.length} to mend
          </button>
          <ul id={listId} hidden={!open} className={styles.missing}>
            {missing.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
