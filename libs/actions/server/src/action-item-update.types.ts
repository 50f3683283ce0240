import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  InvalidInputRefusal,
  Node,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  Refusal,
  RetriableInput,
  type Connection,
} from '@sos/platform-server';
import { Person } from '@sos/identity-server';
import { ActionItem, WorkStatus } from './action-item.types';
import { HelpRequest } from './help-request.types';

@ObjectType({ implements: () => [Node], description: 'One line of an item’s history. Updates are only ever added.' })
@Policy('signed in')
export class ActionItemUpdate extends Node {
  @Field(() => WorkStatus, { description: 'Work status that it set.' }) status: WorkStatus;
  @Field(() => WorkStatus, { nullable: true, description: 'Work status before; null where it is not known.' })
  previousStatus: WorkStatus | null;
  @Field({ description: 'What happened, in a sentence.' }) note: string;
  @Field(() => String, { nullable: true, description: 'Address of what shows it.' }) evidenceUrl: string | null;
  @Field(() => Date, { description: 'When it was posted.' }) postedAt: Date;
  @Field(() => Person, { description: 'Who posted it.' }) author: Person;
  @Field(() => [HelpRequest], { description: 'Help that it asked for.' }) helpRequests: HelpRequest[];
  /** Becomes `actionItem` through a loader. */
  actionItemId: string;
}

export const ActionItemUpdateConnection = connectionOf(ActionItemUpdate, 'ActionItemUpdate', 'updates');
export type ActionItemUpdateConnection = Connection<ActionItemUpdate>;

@InputType({ description: 'What a representative says about an item.' })
export class PostUpdateInput extends RetriableInput {
  @Field(() => ID, { description: 'The item.' }) actionItemId: string;
  @Field(() => Int, { description: 'The version that the person saw; refused as stale when it has moved on.' })
  expectedVersion: number;
  @Field(() => WorkStatus, { description: 'Work status from now on.' }) status: WorkStatus;
  @Field({ description: 'One sentence, at most 500 characters.' }) note: string;
  @Field(() => String, { nullable: true, description: 'Address that shows it, beginning with https:// or http://.' })
  evidenceUrl?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Agencies that can help; each is asked.' })
  helpWantedAgencyIds?: string[] | null;
}

@InputType({ description: 'A move to another column of the board.' })
export class MoveActionItemInput extends RetriableInput {
  @Field(() => ID, { description: 'The item.' }) actionItemId: string;
  @Field(() => Int, { description: 'The version that the person saw; refused as stale when it has moved on.' })
  expectedVersion: number;
  @Field(() => WorkStatus, { description: 'Work status of the new column.' }) status: WorkStatus;
}

@ObjectType({ description: 'The update was posted; every sub-group that carries the focus item sees it.' })
@Policy('signed in')
export class PostUpdateSuccess {
  readonly __typename = 'PostUpdateSuccess';
  @Field(() => ActionItem, { description: 'The item as it stands now.' }) actionItem: ActionItem;
  @Field(() => ActionItemUpdate, { description: 'The new line of its history.' }) update: ActionItemUpdate;
}

@ObjectType({ implements: () => [Refusal], description: 'The item has moved on since the person saw it.' })
@Policy('signed in')
export class StaleActionItemRefusal extends Refusal {
  readonly __typename = 'StaleActionItemRefusal';
  @Field(() => ActionItem, { description: 'The item as it stands now.' }) current: ActionItem;
}

export const PostUpdateResult = createUnionType({
  name: 'PostUpdateResult',
  description: 'The posted update, or why it was not posted.',
  types: () =>
    [PostUpdateSuccess, StaleActionItemRefusal, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type PostUpdateResult =
  PostUpdateSuccess | StaleActionItemRefusal | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
