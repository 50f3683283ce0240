import { goalsSummary } from './goalsSummary';

type GoalsLedeProps = { goals: Parameters<typeof goalsSummary>[0]; today: string };

export const GoalsLede = ({ goals, today }: GoalsLedeProps) => {
  const { first, rest, reported } = goalsSummary(goals, today);
  return (
    <>
      <b>{first}</b>
      {rest}. <b>{reported.share}</b> {reported.rest}.
    </>
  );
};
