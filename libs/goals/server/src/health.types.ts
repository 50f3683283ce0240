import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';
import { Person } from '@sos/identity-server';

export enum Health {
  ON_TRACK = 'on_track',
  AT_RISK = 'at_risk',
  OFF_TRACK = 'off_track',
}

registerEnumType(Health, {
  name: 'Health',
  description: 'How a goal or an objective stands.',
  valuesMap: {
    ON_TRACK: { description: 'It will be reached as planned.' },
    AT_RISK: { description: 'It will be missed unless something changes.' },
    OFF_TRACK: { description: 'It is being missed.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'What a chair says about a goal or an objective, and why.' })
@Policy('signed in')
export class HealthDeclaration extends Node {
  @Field(() => Health, { description: 'What was declared.' }) health: Health;
  @Field({ description: 'Why, in the chair’s words.' }) reason: string;
  @Field(() => Person, { description: 'The chair who declared it.' }) declaredBy: Person;
  @Field(() => Date, { description: 'When.' }) declaredAt: Date;
  @Field(() => CalendarDate, { description: 'Last day on which it speaks: a declaration speaks for 60 days.' })
  lapsesOn: string;
  @Field({ description: 'Whether it is too old to speak for today.' }) hasLapsed: boolean;
  /** Whose it is: either of the two. */
  goalId: string | null;
  objectiveId: string | null;
}
