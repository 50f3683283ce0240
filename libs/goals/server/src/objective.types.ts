import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';

@ObjectType({
  implements: () => [Node],
  description: 'A step towards a goal that is specific, measurable, achievable, relevant and time-bound.',
})
@Policy('signed in')
export class Objective extends Node {
  @Field({ description: 'Goal number and position, for addresses: `3.2`.' }) key: string;
  @Field(() => Int, { description: 'Place under its goal.' }) position: number;
  @Field({ description: 'The objective in one line.' }) statement: string;
  @Field({ description: 'What exactly, and by whom.' }) specific: string;
  @Field({ description: 'What is counted to know that it is reached.' }) measurable: string;
  @Field({ description: 'Why it can be done.' }) achievable: string;
  @Field({ description: 'Why it matters for the goal.' }) relevant: string;
  @Field({ description: 'By when, with the steps on the way.' }) timeBound: string;
  @Field(() => CalendarDate, { nullable: true, description: 'When the work starts.' }) startsOn: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be reached.' }) dueOn: string | null;
  @Field(() => Int, { description: 'Rises with every edit of the objective.' }) version: number;
  /** These become `goal` and `leadAgency` through loaders. */
  goalId: string;
  leadAgencyId: string | null;
}
