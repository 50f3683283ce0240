import { Field, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';

@ObjectType({ implements: () => [Node], description: 'What the workgroup wants to reach.' })
@Policy('signed in')
export class Goal extends Node {
  @Field(() => Int, { description: 'Its number in the workgroup, for addresses: 3.' }) number: number;
  @Field({ description: 'The goal in one line.' }) statement: string;
  @Field({ description: 'What it means, in a sentence or two.' }) description: string;
  @Field(() => CalendarDate, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null while it is pursued.' })
  endedOn: string | null;
  @Field(() => Int, { description: 'Rises with every edit of the goal.' }) version: number;
  /** Becomes `workgroup` through a loader. */
  workgroupId: string;
}
