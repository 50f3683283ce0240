import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Node, Policy, type Connection } from '@sos/platform-server';
import { Goal, Objective } from '@sos/goals-server';
import { Agency, Person } from '@sos/identity-server';
import { FocusItem, SubGroup } from '@sos/workgroup-server';
import { HelpRequest } from './help-request.types';

export enum WorkStatus {
  NOT_STARTED = 'not_started',
  IN_PROGRESS = 'in_progress',
  BLOCKED = 'blocked',
  DONE = 'done',
}

registerEnumType(WorkStatus, {
  name: 'WorkStatus',
  description: 'Where the work on an item stands.',
  valuesMap: {
    NOT_STARTED: { description: 'Nobody has begun.' },
    IN_PROGRESS: { description: 'It is being worked on.' },
    BLOCKED: { description: 'It cannot go on until something changes.' },
    DONE: { description: 'It is finished.' },
  },
});

export enum Priority {
  HIGH = 'high',
  MEDIUM = 'medium',
  LOW = 'low',
}

registerEnumType(Priority, {
  name: 'Priority',
  description: 'How much it matters that an item is done in time.',
  valuesMap: {
    HIGH: { description: 'Before other work.' },
    MEDIUM: { description: 'As planned.' },
    LOW: { description: 'When there is time.' },
  },
});

@ObjectType({ description: 'The newest update as lists show it.' })
@Policy('signed in')
export class LatestUpdate {
  @Field(() => Date, { description: 'When it was posted.' }) postedAt: Date;
  @Field({ description: 'What it said.' }) note: string;
  @Field(() => Person, { description: 'Who posted it.' }) author: Person;
}

@ObjectType({
  implements: () => [Node],
  description: 'What an agency does, for which goal and focus item, by when, and how it goes.',
})
@Policy('signed in')
export class ActionItem extends Node {
  @Field({ description: 'For addresses and talk: `PS-19`. Never changes.' }) reference: string;
  @Field({ description: 'What is done, in one line.' }) title: string;
  @Field({ description: 'What belongs to it, in a few sentences.' }) description: string;
  @Field(() => WorkStatus, { description: 'Where the work stands, by the latest update.' }) status: WorkStatus;
  @Field(() => Priority, { description: 'How much it matters.' }) priority: Priority;
  @Field(() => CalendarDate, { nullable: true, description: 'When the work starts.' }) startOn: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'When it is to be done.' }) dueOn: string | null;
  @Field({ description: 'What happens next; empty when nobody said.' }) nextStep: string;
  @Field(() => [String], { description: 'Free words to find it by.' }) tags: string[];
  @Field(() => Int, { description: 'Rises with every update and edit; name it when you write.' }) version: number;
  @Field(() => Date, { description: 'When it was opened.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was done; null while it is open.' })
  completedAt: Date | null;
  @Field(() => Goal, { description: 'The goal that it serves.' }) goal: Goal;
  @Field(() => Objective, { nullable: true, description: 'The objective that it serves, when it is under one.' })
  objective: Objective | null;
  @Field(() => FocusItem, { description: 'The opportunity of focus that it works on.' }) focusItem: FocusItem;
  @Field(() => SubGroup, {
    description: 'The sub-group that opened it; every sub-group that carries the focus item sees it.',
  })
  subGroup: SubGroup;
  @Field(() => [SubGroup], {
    description: 'Every sub-group that sees it: those that carry its focus item, or the one to which it is restricted.',
  })
  subGroups: SubGroup[];
  @Field(() => Agency, { description: 'The agency that answers for it.' }) leadAgency: Agency;
  @Field(() => [Agency], { description: 'Agencies that help, by name.' }) supportingAgencies: Agency[];
  @Field(() => [Person], { description: 'Who does the work; the first is the owner.' }) assignees: Person[];
  @Field(() => LatestUpdate, { nullable: true, description: 'The newest update; null before the first.' })
  latestUpdate: LatestUpdate | null;
  @Field(() => [HelpRequest], { description: 'Requests for help that nobody has answered, oldest first.' })
  openHelpRequests: HelpRequest[];
  @Field(() => Int, {
    nullable: true,
    description: 'Days since the last update, or since the item was opened; null once done.',
  })
  silentDays: number | null;
  @Field({ description: 'Whether it is open after its due date.' }) isOverdue: boolean;
  @Field({
    description: 'Whether only its own sub-group, the workgroup’s chairs, staff and administrators may know of it.',
  })
  isRestricted: boolean;
  /** Whose it is, for the rules of permission. */
  stake: ItemStake;
}

/** What the rules of permission look at. */
export interface ItemStake {
  leadAgencyId: string;
  supportingAgencyIds: readonly string[];
  assigneeIds: readonly string[];
  /** Every sub-group that carries the item's focus item. */
  subGroupIds: readonly string[];
  /** The sub-group to which it is restricted; null: it is open to the workgroup. */
  restrictedToSubGroupId: string | null;
}

export const ActionItemConnection = connectionOf(ActionItem, 'ActionItem', 'action items');
export type ActionItemConnection = Connection<ActionItem>;

@ObjectType({ description: 'One column of a board by work status.' })
@Policy('signed in')
export class BoardColumn {
  @Field(() => WorkStatus, { description: 'The work status of the column.' }) status: WorkStatus;
  @Field(() => Int, { description: 'How many items the whole column has.' }) totalCount:
    number | (() => Promise<number>);
  @Field(() => [ActionItem], { description: 'The first few: soonest due first, or latest done first.' })
  items: ActionItem[];
}
