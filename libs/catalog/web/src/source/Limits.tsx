import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Section } from '@sos/platform-ui';
import { graphql, type LimitsFragment } from '@sos/platform-contract';
import styles from './source.module.css';

const LimitsParts = graphql(`
  fragment Limits on DataSource {
    id
    knownLimits
    suppressionPractice
  }
`);

export const Limits = ({ source: from }: { source: FragmentType<LimitsFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: LimitsParts, from });
  return (
    <>
      {source.knownLimits.length > 0 && (
        <Section title="Known limits">
          <ul className={styles.limits}>
            {source.knownLimits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </Section>
      )}
      {source.suppressionPractice && (
        <Section title="Small counts">
          <p className={styles.small}>{source.suppressionPractice}</p>
        </Section>
      )}
    </>
  );
};
