import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Node, Policy } from '@sos/platform-server';
import { SubGroup } from './sub-group.types';

@ObjectType({
  implements: () => [Node],
  description: 'An opportunity of focus. One that several sub-groups carry is one thing seen by each of them.',
})
@Policy('signed in')
export class FocusItem extends Node {
  @Field({ description: 'Stable name for addresses and filters.' }) slug: string;
  @Field({ description: 'What is to become better.' }) statement: string;
  @Field({ description: 'For chips, charts and narrow columns.' }) shortName: string;
  @Field(() => Int, { description: 'Place in the workgroup’s list.' }) position: number;
  @Field(() => [SubGroup], { description: 'Every sub-group that carries it.' }) subGroups: SubGroup[];
  @Field({ description: 'Whether several sub-groups carry it.' }) isShared: boolean;
}
