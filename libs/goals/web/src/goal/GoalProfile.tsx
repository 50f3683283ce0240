import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActivityFeed, AsOfSection } from '@sos/activity-web';
import { type GoalProfileFragment, graphql } from '@sos/platform-contract';
import { Button, Columns, EmptyState, PageHeader, Section, Separator } from '@sos/platform-ui';
import { Slot, usePage } from '@sos/platform-web';
import { useState } from 'react';
import { goalItems } from '../goals.slots';
import { DeclarationList } from '../health/DeclarationList';
import { DeclareHealthDialog } from '../health/DeclareHealthDialog';
import { HealthFacts } from '../health/HealthFacts';
import { subjectOfGoal } from '../health/subject';
import { ObjectiveTable } from '../list/ObjectiveTable';
import { periodWords } from './periodWords';

export const GoalProfileParts = graphql(`
  fragment GoalProfile on Goal {
    id
    number
    description
    startedOn
    endedOn
    ...GoalHealthParts @unmask
    declarations(first: 20) {
      ...HealthDeclarationParts @unmask
    }
    objectives {
      ...ObjectiveRow @unmask
    }
  }
`);

export const GoalProfile = ({ goal: from }: { goal: FragmentType<GoalProfileFragment> }) => {
  const { data: goal } = useSuspenseFragment({ fragment: GoalProfileParts, from });
  const [isDeclaring, setIsDeclaring] = useState(false);
  const { number } = goal;
  usePage({
    title: `Goal ${number}: ${goal.statement}`,
    breadcrumbs: [{ label: 'Goals', to: '/goals' }, { label: `Goal ${number}` }],
  });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            Goal {number}
            <Separator />
            {periodWords(goal)}
          </>
        }
        title={goal.statement}
        lede={goal.description || undefined}
        actions={
          goal.viewerMayDeclareHealth && (
            <Button variant="primary" onClick={() => setIsDeclaring(true)}>
              Declare health
            </Button>
          )
        }
      />
      <Columns
        main={
          <>
            <Section title="Objectives" count={goal.objectives.length}>
              {goal.objectives.length > 0 ? (
                <ObjectiveTable goalNumber={number} objectives={goal.objectives} />
              ) : (
                <EmptyState icon="goal" title="This goal has no objectives." />
              )}
            </Section>
            <Slot of={goalItems} goalNumber={number} />
            <Section title="Timeline">
              <ActivityFeed subjectId={goal.id} />
            </Section>
            <AsOfSection id={goal.id} />
          </>
        }
        aside={
          <>
            <Section title="Health">
              <HealthFacts state={goal} itemsQuery={`goal=${number}`} />
            </Section>
            <Section title="Declarations" count={goal.declarations.length}>
              <DeclarationList declarations={goal.declarations} />
            </Section>
          </>
        }
      />
      <DeclareHealthDialog opened={isDeclaring} onClose={() => setIsDeclaring(false)} subject={subjectOfGoal(goal)} />
    </>
  );
};
