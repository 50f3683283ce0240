import { Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';

@ObjectType({
  implements: () => [Node],
  description: 'The statewide workgroup. Its name and bodies changed over time: each body has a start and an end.',
})
@Policy('signed in')
export class Workgroup extends Node {
  @Field({ description: 'Stable name for addresses.' }) slug: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field({ description: 'What it is for.' }) purpose: string;
  @Field(() => String, { nullable: true, description: 'What it holds dear, in a line.' }) values: string | null;
  @Field(() => CalendarDate, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null while it exists.' }) endedOn: string | null;
  convenerAgencyId: string | null;
  successorId: string | null;
  predecessorId: string | null;
}
