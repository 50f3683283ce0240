import styles from './GoalsLede.module.css';
import { goalsSummary } from './goalsSummary';

type GoalsLedeProps = { goals: Parameters<typeof goalsSummary>[0]; today: string };

export const GoalsLede = ({ goals, today }: GoalsLedeProps) => {
  const { first, rest, reported } = goalsSummary(goals, today);
  return (
    <>
      <b>{first}</b>
      {rest}. <b className={styles.share}>{reported.share}</b> {reported.rest}.
    </>
  );
};
