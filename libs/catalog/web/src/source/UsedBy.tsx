import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { formatDate, Ledger, LedgerRow, Section, WorkStatusMark } from '@sos/platform-ui';
import { graphql, type UsedByFragment } from '@sos/platform-contract';
import styles from './source.module.css';

const UsedByParts = graphql(`
  fragment UsedBy on DataSource {
    id
    usedBy {
      id
      reference
      title
      status
      dueOn
      leadAgency {
        id
        shortName
      }
    }
  }
`);

export const UsedBy = ({ source: from }: { source: FragmentType<UsedByFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: UsedByParts, from });
  return (
    <Section title="Used by" count={source.usedBy.length}>
      {source.usedBy.length === 0 ? (
        <p className={styles.quiet}>No action item names this source. They are linked on the action item’s page.</p>
      ) : (
        <Ledger label="Action items that use this source">
          {source.usedBy.map((item) => (
            <LedgerRow
              key={item.id}
              margin={item.reference}
              title={item.title}
              titleTo={`/items/${item.reference}`}
              meta={
                <>
                  <WorkStatusMark status={item.status} />
                  <span>
                    {item.leadAgency.shortName}
                    {item.dueOn && `, due ${formatDate(item.dueOn)}`}
                  </span>
                </>
              }
            />
          ))}
        </Ledger>
      )}
    </Section>
  );
};
