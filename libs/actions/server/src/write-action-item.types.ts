import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  InvalidInputRefusal,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  RetriableInput,
} from '@sos/platform-server';
import { StaleActionItemRefusal } from './action-item-update.types';
import { ActionItem, Priority } from './action-item.types';

@InputType({ description: 'An item to open.' })
export class CreateActionItemInput extends RetriableInput {
  @Field({ description: 'What is done, in one line of at most 200 characters.' }) title: string;
  @Field(() => String, { nullable: true, description: 'What belongs to it, at most 4,000 characters.' })
  description?: string | null;
  @Field(() => ID, { description: 'The goal that it serves.' }) goalId: string;
  @Field(() => ID, { nullable: true, description: 'An objective of that goal.' }) objectiveId?: string | null;
  @Field(() => ID, { description: 'The focus item; the opening sub-group must carry it.' }) focusItemId: string;
  @Field(() => ID, { description: 'The sub-group that opens it.' }) subGroupId: string;
  @Field(() => ID, { description: 'The agency that answers for it.' }) leadAgencyId: string;
  @Field(() => [ID], { nullable: true, description: 'Agencies that help.' }) supportingAgencyIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Who does the work; the first is the owner.' })
  assigneeIds?: string[] | null;
  @Field(() => Priority, { nullable: true, description: 'Medium when left out.' }) priority?: Priority | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When the work starts.' }) startOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be done; not before the start.' })
  dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What happens next, at most 500 characters.' })
  nextStep?: string | null;
  @Field(() => [String], { nullable: true, description: 'At most 10 words or short phrases.' }) tags?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only the sub-group, the workgroup’s chairs, staff and administrators may know of it. An open item cannot become restricted later.',
  })
  restricted?: boolean | null;
}

@InputType({ description: 'Changes of an item. Fields left out stay as they are; null empties a field.' })
export class EditActionItemInput extends RetriableInput {
  @Field(() => ID, { description: 'The item.' }) actionItemId: string;
  @Field(() => Int, { description: 'The version that the person saw; refused as stale when it has moved on.' })
  expectedVersion: number;
  @Field(() => String, { nullable: true, description: 'At most 200 characters; cannot be empty.' })
  title?: string | null;
  @Field(() => String, { nullable: true, description: 'At most 4,000 characters.' }) description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The goal that it serves.' }) goalId?: string | null;
  @Field(() => ID, { nullable: true, description: 'An objective of its goal.' }) objectiveId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A focus item that its sub-group carries.' })
  focusItemId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The agency that answers for it.' }) leadAgencyId?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Agencies that help.' }) supportingAgencyIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Who does the work; the first is the owner.' })
  assigneeIds?: string[] | null;
  @Field(() => Priority, { nullable: true, description: 'How much it matters.' }) priority?: Priority | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When the work starts.' }) startOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be done; not before the start.' })
  dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'What happens next, at most 500 characters.' })
  nextStep?: string | null;
  @Field(() => [String], { nullable: true, description: 'At most 10 words or short phrases.' }) tags?: string[] | null;
}

@InputType({ description: 'A restricted item to open to the workgroup.' })
export class OpenToWorkgroupInput {
  @Field(() => ID, { description: 'The item.' }) actionItemId: string;
  @Field(() => Int, { description: 'The version that the person saw; refused as stale when it has moved on.' })
  expectedVersion: number;
}

@InputType({ description: 'An item to remove.' })
export class RemoveActionItemInput extends RetriableInput {
  @Field(() => ID, { description: 'The item.' }) actionItemId: string;
}

@ObjectType({ description: 'The item was opened.' })
@Policy('signed in')
export class CreateActionItemSuccess {
  readonly __typename = 'CreateActionItemSuccess';
  @Field(() => ActionItem, { description: 'The new item.' }) actionItem: ActionItem;
}

export const CreateActionItemResult = createUnionType({
  name: 'CreateActionItemResult',
  description: 'The new item, or why it was not opened.',
  types: () => [CreateActionItemSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type CreateActionItemResult =
  CreateActionItemSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;

@ObjectType({ description: 'The item was changed.' })
@Policy('signed in')
export class EditActionItemSuccess {
  readonly __typename = 'EditActionItemSuccess';
  @Field(() => ActionItem, { description: 'The item as it stands now.' }) actionItem: ActionItem;
}

export const EditActionItemResult = createUnionType({
  name: 'EditActionItemResult',
  description: 'The changed item, or why it was not changed.',
  types: () =>
    [EditActionItemSuccess, StaleActionItemRefusal, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type EditActionItemResult =
  EditActionItemSuccess | StaleActionItemRefusal | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
