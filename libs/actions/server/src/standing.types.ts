import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Policy } from '@sos/platform-server';
import { Health } from '@sos/goals-server';

@ObjectType({
  description: 'What the items say, from their states alone; silence is counted, never averaged over.',
})
@Policy('signed in')
export class ComputedHealth {
  @Field(() => Health, { nullable: true, description: 'Null when the items say too little.' }) health: Health | null;
  @Field({ description: 'Why, in one sentence.' }) explanation: string;
}

@ObjectType({ description: 'How many items were heard of.' })
@Policy('signed in')
export class Reporting {
  @Field(() => Int, {
    description: 'Items that had an update within the window; opening an item counts as its first word.',
  })
  reported: number;
  @Field(() => Int, { description: 'Open items, and items done within the window.' }) total: number;
  @Field(() => Int, { description: 'Open items without an update within the window.' }) silent: number;
  @Field(() => Int, { description: 'Length of the window in days.' }) windowDays: number;
}
