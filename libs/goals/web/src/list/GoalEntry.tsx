import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type GoalEntryFragment, graphql } from '@sos/platform-contract';
import { GoalBlock } from '@sos/platform-ui';
import { useState } from 'react';
import { DeclareHealthDialog } from '../health/DeclareHealthDialog';
import { HealthCells } from '../health/HealthCells';
import { HealthNote } from '../health/HealthNote';
import { HelpLink } from '../health/HelpLink';
import { subjectOfGoal } from '../health/subject';
import { ObjectiveTable } from './ObjectiveTable';
import { ObjectivesOnTrack } from './ObjectivesOnTrack';
import { allOnTrack } from './allOnTrack';

export const GoalEntryParts = graphql(`
  fragment GoalEntry on Goal {
    id
    number
    statement
    ...GoalHealthParts @unmask
    objectives {
      ...ObjectiveRow @unmask
    }
  }
`);

export const GoalEntry = ({ goal: from }: { goal: FragmentType<GoalEntryFragment> }) => {
  const { data: goal } = useSuspenseFragment({ fragment: GoalEntryParts, from });
  const [isDeclaring, setIsDeclaring] = useState(false);
  const path = `/goals/${goal.number}`;
  const itemsQuery = `goal=${goal.number}`;
  const table = <ObjectiveTable goalNumber={goal.number} objectives={goal.objectives} />;
  return (
    <GoalBlock
      number={goal.number}
      statement={goal.statement}
      to={path}
      end={goal.openHelpRequestCount > 0 && <HelpLink count={goal.openHelpRequestCount} itemsQuery={itemsQuery} />}
    >
      <HealthCells state={goal} itemsQuery={itemsQuery} />
      <HealthNote state={goal} of={`goal ${goal.number}`} onDeclare={() => setIsDeclaring(true)} />
      {goal.objectives.length > 0 &&
        (allOnTrack(goal) ? <ObjectivesOnTrack count={goal.objectives.length}>{table}</ObjectivesOnTrack> : table)}
      <DeclareHealthDialog
        opened={isDeclaring}
        onClose={() => setIsDeclaring(false)}
        subject={subjectOfGoal(goal)}
        fallback={`main h2 a[href="${path}"]`}
      />
    </GoalBlock>
  );
};
