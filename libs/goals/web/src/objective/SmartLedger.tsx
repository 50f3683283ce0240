import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type SmartLedgerFragment } from '@sos/platform-contract';
import { DueState, formatDate, Section } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import styles from './SmartLedger.module.css';

export const SmartLedgerParts = graphql(`
  fragment SmartLedger on Objective {
    id
    specific
    measurable
    achievable
    relevant
    timeBound
    startsOn
    dueOn
    leadAgency {
      id
      key
      name
    }
  }
`);

/** What the objective asks for, by the five questions that a good one answers. */
export const SmartLedger = ({ objective: from }: { objective: FragmentType<SmartLedgerFragment> }) => {
  const { data: objective } = useSuspenseFragment({ fragment: SmartLedgerParts, from });
  const { today } = useHub();
  const { leadAgency, startsOn, dueOn } = objective;
  const rows = [
    { label: 'Specific', words: objective.specific },
    { label: 'Measurable', words: objective.measurable },
    { label: 'Achievable', words: objective.achievable },
    { label: 'Relevant', words: objective.relevant },
    { label: 'Time-bound', words: objective.timeBound },
  ].filter(({ words }) => words !== '');
  return (
    <Section
      title="What it takes"
      end={
        leadAgency && (
          <>
            Led by <Link to={`/directory/agencies/${leadAgency.key}`}>{leadAgency.name}</Link>
          </>
        )
      }
    >
      <dl className={styles.ledger}>
        {rows.map(({ label, words }) => (
          <div key={label} className={styles.row}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {dueOn && (
          <div className={styles.row}>
            <dt>Due</dt>
            <dd className={styles.due}>
              <span>{startsOn ? `${formatDate(startsOn)} to ${formatDate(dueOn)}` : formatDate(dueOn)}</span>
              {dueOn <= today && <DueState dueOn={dueOn} today={today} />}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
};
