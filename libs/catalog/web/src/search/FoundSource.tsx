import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { AccessMark, Breakdowns, Button, Highlight, ResultRow, VisuallyHidden } from '@sos/platform-ui';
import { type BreakdownState, type FoundSourceFragment, type GeographicLevel, graphql } from '@sos/platform-contract';
import { agencyWords, breakdownNames, breakdownWords, dateWords, levels, levelWords, sourcePath } from '../words';
import type { Asked } from './reading';
import styles from './search.module.css';

const FoundSourceParts = graphql(`
  fragment FoundSource on DataSource {
    id
    slug
    title
    publisherName
    publisherAgency {
      id
      name
      abbreviation
    }
    stewardAgency {
      id
      name
      abbreviation
    }
    stewardPerson {
      id
      fullName
    }
    stewardUnit
    accessLevel
    accessRoute
    lag
    modified
    geographicLevels
    withdrawnAt
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

type FoundSourceProps = {
  source: FragmentType<FoundSourceFragment>;
  /** With the matches marked. */
  title: string;
  excerpt: string;
  asked: readonly Asked[];
};

export const FoundSource = ({ source: from, title, excerpt, asked }: FoundSourceProps) => {
  const { data: source } = useSuspenseFragment({ fragment: FoundSourceParts, from });
  const path = sourcePath(source.slug);
  const [firstStep] = source.accessRoute;
  const { known, unknown } = breakdownsOf(source, asked);
  return (
    <ResultRow
      title={<Highlight text={title || source.title} />}
      to={path}
      by={byline(source)}
      summary={<Highlight text={asExcerpt(excerpt)} />}
      facts={[
        { label: 'Access', value: <AccessMark level={source.accessLevel} /> },
        { label: 'Lag', value: source.lag || 'Not known' },
        source.withdrawnAt
          ? { label: 'Withdrawn', value: dateWords(source.withdrawnAt) }
          : { label: 'Updated', value: dateWords(source.modified) ?? 'Not known' },
      ]}
      route={
        source.accessLevel === 'NON_PUBLIC' && firstStep
          ? {
              words: (
                <>
                  <b>How to ask:</b> {firstStep}
                </>
              ),
              action: (
                <Button size="s" to={`${path}#how-to-get-it`}>
                  See all steps
                  <VisuallyHidden> for {source.title}</VisuallyHidden>
                </Button>
              ),
            }
          : undefined
      }
    >
      {known.length > 0 && <Breakdowns items={known} />}
      {unknown.length > 0 && (
        <p className={styles.unknown}>
          {known.length === 0 ? 'Breakdowns are not known yet.' : `Not known: ${unknown.join(', ').toLowerCase()}.`}
        </p>
      )}
    </ResultRow>
  );
};

/** A part of a longer text shows that it is one. */
const asExcerpt = (text: string): string => {
  const starts = /^[\uE000\s]*\p{Ll}/u.test(text) ? '… ' : '';
  const ends = /[.!?…)”"][\uE001\s]*$/u.test(text) || text === '' ? '' : ' …';
  return `${starts}${text}${ends}`;
};

const byline = (source: FoundSourceFragment): string | undefined => {
  const agency = source.stewardAgency ?? source.publisherAgency;
  const by = agency ? agencyWords(agency) : source.publisherName;
  const steward = source.stewardPerson?.fullName ?? source.stewardUnit;
  return [by, steward && `Steward ${steward}`].filter(Boolean).join('. ') || undefined;
};

/** County, then other places that were asked for, then the seven. What is not known is neither there nor missing. */
const breakdownsOf = (source: FoundSourceFragment, asked: readonly Asked[]) => {
  const askedNames = new Set<string>(asked.map(({ name }) => name));
  const places = levels.filter((level) => level === 'COUNTY' || askedNames.has(level));
  const hasPlace = (level: GeographicLevel): BreakdownState => (source.geographicLevels.includes(level) ? 'YES' : 'NO');
  const all = [
    ...places.map((level) => ({
      name: level,
      label: levelWords[level],
      state: source.geographicLevels.length === 0 ? 'UNKNOWN' : hasPlace(level),
    })),
    ...breakdownNames.map((name) => ({ name, label: breakdownWords[name].short, state: source.breakdowns[name] })),
  ];
  // Race and ethnicity are nearly always recorded together: one word then stands for both, and the row stays one line.
  const { race, ethnicity } = source.breakdowns;
  const isRepetition = (name: string) => name === 'ethnicity' && race === ethnicity && !askedNames.has('ethnicity');
  // A feed says little: its places alone would look like a judgement of the rest.
  const saysAnything = breakdownNames.some((name) => source.breakdowns[name] !== 'UNKNOWN');
  return {
    known: all.flatMap(({ name, label, state }) =>
      state === 'UNKNOWN' || isRepetition(name) || !(saysAnything || askedNames.has(name))
        ? []
        : [{ label, state, asked: askedNames.has(name) }],
    ),
    unknown: all.filter(({ name, state }) => state === 'UNKNOWN' && !isRepetition(name)).map(({ label }) => label),
  };
};
