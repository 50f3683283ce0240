import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type BodyEntryFragment, graphql } from '@sos/platform-contract';
import { Link } from 'react-router';
import { kindWords } from '../words/kindWords';
import { periodWords } from '../words/periodWords';
import styles from './BodyEntry.module.css';

export const BodyEntryParts = graphql(`
  fragment BodyEntry on Workgroup {
    id
    name
    purpose
    startedOn
    endedOn
    successor {
      id
      name
    }
    goals {
      id
      number
      statement
      endedOn
    }
    subGroups {
      id
      slug
      name
      kind
      purpose
      startedOn
      endedOn
    }
  }
`);

/** One body of the history: its time in the margin, then its goals and its parts. */
export const BodyEntry = ({ body: from }: { body: FragmentType<BodyEntryFragment> }) => {
  const { data: body } = useSuspenseFragment({ fragment: BodyEntryParts, from });
  const { name, purpose, endedOn, successor, goals, subGroups } = body;
  const parts = kindWords[subGroups[0]?.kind ?? 'SUB_GROUP'].many;
  return (
    <li className={styles.body}>
      <p className={styles.period}>{periodWords(body)}</p>
      <div>
        <h2 className={styles.name}>{endedOn ? name : <Link to="/workgroup">{name}</Link>}</h2>
        <p className={styles.purpose}>{purpose}</p>
        {successor && <p className={styles.after}>Followed by the {successor.name}.</p>}
        <div className={styles.columns}>
          <section>
            <h3 className={styles.heading}>
              Goals <span>{goals.length}</span>
            </h3>
            <ol className={styles.goals}>
              {goals.map((goal) => (
                <li key={goal.id}>
                  <span className={styles.number}>{goal.number}</span>
                  {goal.endedOn ? goal.statement : <Link to={`/goals/${goal.number}`}>{goal.statement}</Link>}
                </li>
              ))}
            </ol>
          </section>
          <section>
            <h3 className={styles.heading}>
              {parts} <span>{subGroups.length}</span>
            </h3>
            <ul>
              {subGroups.map((part) => (
                <li key={part.id} className={styles.part}>
                  <p className={styles.partName}>
                    {part.endedOn ? part.name : <Link to={`/subgroups/${part.slug}`}>{part.name}</Link>}
                  </p>
                  <p>{part.purpose}</p>
                  <p className={styles.partPeriod}>{periodWords(part)}</p>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </li>
  );
};
