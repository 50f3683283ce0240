import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActivityFeed, AsOfSection } from '@sos/activity-web';
import { graphql, type ObjectiveProfileFragment } from '@sos/platform-contract';
import { Button, Columns, PageHeader, Section, Separator } from '@sos/platform-ui';
import { Slot, usePage } from '@sos/platform-web';
import { useState } from 'react';
import { Link } from 'react-router';
import { objectiveItems } from '../goals.slots';
import { DeclarationList } from '../health/DeclarationList';
import { DeclareHealthDialog } from '../health/DeclareHealthDialog';
import { HealthFacts } from '../health/HealthFacts';
import { subjectOfObjective } from '../health/subject';
import { CarriedBy } from './CarriedBy';
import styles from './ObjectiveProfile.module.css';
import { SmartLedger } from './SmartLedger';

export const ObjectiveProfileParts = graphql(`
  fragment ObjectiveProfile on Objective {
    id
    key
    goal {
      id
      number
      statement
    }
    ...ObjectiveHealthParts @unmask
    declarations(first: 20) {
      ...HealthDeclarationParts @unmask
    }
    ...SmartLedger
    ...CarriedBy
  }
`);

export const ObjectiveProfile = ({ objective: from }: { objective: FragmentType<ObjectiveProfileFragment> }) => {
  const { data: objective } = useSuspenseFragment({ fragment: ObjectiveProfileParts, from });
  const [isDeclaring, setIsDeclaring] = useState(false);
  const { key, goal } = objective;
  usePage({
    title: `Objective ${key}: ${objective.statement}`,
    breadcrumbs: [
      { label: 'Goals', to: '/goals' },
      { label: `Goal ${goal.number}`, to: `/goals/${goal.number}` },
      { label: key },
    ],
  });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            Objective {key}
            <Separator />
            <Link to={`/goals/${goal.number}`}>Goal {goal.number}</Link>, {uncapitalized(goal.statement)}
          </>
        }
        title={<span className={styles.title}>{objective.statement}</span>}
        actions={
          objective.viewerMayDeclareHealth && (
            <Button variant="primary" onClick={() => setIsDeclaring(true)}>
              Declare health
            </Button>
          )
        }
      />
      <Columns
        main={
          <>
            <SmartLedger objective={objective} />
            <Slot of={objectiveItems} objectiveKey={key} />
            <Section title="Timeline">
              <ActivityFeed subjectId={objective.id} />
            </Section>
            <AsOfSection id={objective.id} />
          </>
        }
        aside={
          <>
            <Section title="Health">
              <HealthFacts state={objective} itemsQuery={`objective=${encodeURIComponent(key)}`} />
            </Section>
            <CarriedBy objective={objective} />
            <Section title="Declarations" count={objective.declarations.length}>
              <DeclarationList declarations={objective.declarations} />
            </Section>
          </>
        }
      />
      <DeclareHealthDialog
        opened={isDeclaring}
        onClose={() => setIsDeclaring(false)}
        subject={subjectOfObjective(objective)}
      />
    </>
  );
};

/** A statement as the second half of a line; names in capitals stay. */
const uncapitalized = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
