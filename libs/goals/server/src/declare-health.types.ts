import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  InvalidInputRefusal,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  Refusal,
  RetriableInput,
} from '@sos/platform-server';
import { Goal } from './goal.types';
import { Health, HealthDeclaration } from './health.types';
import { Objective } from './objective.types';

const expectedDeclaration =
  'Id of the declaration that the chair saw; refused as stale when another was made since. Null: the chair saw none.';

@InputType({ description: 'A chair’s word on a goal.' })
export class DeclareGoalHealthInput extends RetriableInput {
  @Field(() => ID, { description: 'The goal.' }) goalId: string;
  @Field(() => Health, { description: 'How it stands.' }) health: Health;
  @Field({ description: 'Why, in at most 500 characters.' }) reason: string;
  @Field(() => ID, { nullable: true, description: expectedDeclaration }) expectedDeclarationId?: string | null;
}

@InputType({ description: 'A chair’s word on an objective.' })
export class DeclareObjectiveHealthInput extends RetriableInput {
  @Field(() => ID, { description: 'The objective.' }) objectiveId: string;
  @Field(() => Health, { description: 'How it stands.' }) health: Health;
  @Field({ description: 'Why, in at most 500 characters.' }) reason: string;
  @Field(() => ID, { nullable: true, description: expectedDeclaration }) expectedDeclarationId?: string | null;
}

@ObjectType({ description: 'The health was declared.' })
@Policy('signed in')
export class DeclareHealthSuccess {
  readonly __typename = 'DeclareHealthSuccess';
  @Field(() => HealthDeclaration, { description: 'The new declaration.' }) declaration: HealthDeclaration;
  @Field(() => Goal, { nullable: true, description: 'The goal, when it was a goal’s.' }) goal: Goal | null;
  @Field(() => Objective, { nullable: true, description: 'The objective, when it was an objective’s.' })
  objective: Objective | null;
}

@ObjectType({ implements: () => [Refusal], description: 'Another declaration was made since the chair looked.' })
@Policy('signed in')
export class StaleDeclarationRefusal extends Refusal {
  readonly __typename = 'StaleDeclarationRefusal';
  @Field(() => HealthDeclaration, { description: 'The declaration that holds now.' }) current: HealthDeclaration;
}

export const DeclareHealthResult = createUnionType({
  name: 'DeclareHealthResult',
  description: 'The declaration, or why it was not taken.',
  types: () =>
    [DeclareHealthSuccess, StaleDeclarationRefusal, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type DeclareHealthResult =
  DeclareHealthSuccess | StaleDeclarationRefusal | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
