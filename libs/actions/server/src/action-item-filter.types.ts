import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { Priority, WorkStatus } from './action-item.types';

export enum DueFilter {
  OVERDUE = 'overdue',
  NEXT_14_DAYS = 'next_14_days',
  NEXT_30_DAYS = 'next_30_days',
  NO_DATE = 'no_date',
}

registerEnumType(DueFilter, {
  name: 'DueFilter',
  description: 'When an open item is due.',
  valuesMap: {
    OVERDUE: { description: 'Before today.' },
    NEXT_14_DAYS: { description: 'Today or within 14 days.' },
    NEXT_30_DAYS: { description: 'Today or within 30 days.' },
    NO_DATE: { description: 'Nobody set a date.' },
  },
});

@InputType({
  description:
    'Which items: all that match every given field, any one value of a list is enough. Names that nobody has match nothing; empty lists do not restrict.',
})
export class ActionItemFilter {
  @Field(() => String, { nullable: true, description: 'Words of the title, next step or description, or a reference.' })
  text?: string | null;
  @Field(() => [WorkStatus], { nullable: true, description: 'Work status.' }) statuses?: WorkStatus[] | null;
  @Field(() => [Priority], { nullable: true, description: 'Priority.' }) priorities?: Priority[] | null;
  @Field(() => DueFilter, { nullable: true, description: 'When open items are due.' }) due?: DueFilter | null;
  @Field(() => [Int], { nullable: true, description: 'Numbers of goals.' }) goalNumbers?: number[] | null;
  @Field(() => [String], { nullable: true, description: 'Keys of objectives, such as 3.2.' })
  objectiveKeys?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Slugs of focus items.' }) focusItemSlugs?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Slugs of sub-groups: items that they see through their focus items.',
  })
  subGroupSlugs?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Keys of agencies, lead or supporting.' })
  agencyKeys?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'People who are assigned.' }) assigneeIds?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer is assigned to.' })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that the viewer may post updates on.' })
  postable?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Tags, whatever their case.' }) tags?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'No update in 30 days, though open.' }) silent?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that wait for another agency’s help.' })
  helpWanted?: boolean | null;
}

export enum ActionItemSort {
  DUE_ON_ASCENDING = 'due_on_ascending',
  DUE_ON_DESCENDING = 'due_on_descending',
  LAST_UPDATE_ASCENDING = 'last_update_ascending',
  LAST_UPDATE_DESCENDING = 'last_update_descending',
  TITLE_ASCENDING = 'title_ascending',
  TITLE_DESCENDING = 'title_descending',
  PRIORITY_DESCENDING = 'priority_descending',
  REFERENCE_ASCENDING = 'reference_ascending',
  STATUS_ASCENDING = 'status_ascending',
}

registerEnumType(ActionItemSort, {
  name: 'ActionItemSort',
  description: 'Order of a list of items. Items without a date come last.',
  valuesMap: {
    DUE_ON_ASCENDING: { description: 'Soonest due first.' },
    DUE_ON_DESCENDING: { description: 'Latest due first.' },
    LAST_UPDATE_ASCENDING: { description: 'Longest without an update first.' },
    LAST_UPDATE_DESCENDING: { description: 'Newest update first.' },
    TITLE_ASCENDING: { description: 'A to Z.' },
    TITLE_DESCENDING: { description: 'Z to A.' },
    PRIORITY_DESCENDING: { description: 'High first, then soonest due.' },
    REFERENCE_ASCENDING: { description: 'By reference: HR-2 before HR-10.' },
    STATUS_ASCENDING: { description: 'Not started, in progress, blocked, done; then soonest due.' },
  },
});

/** What every list of items can be asked. */
@ArgsType()
export class ActionItemArgs {
  @Field(() => ActionItemFilter, { nullable: true, description: 'Which items.' }) filter?: ActionItemFilter | null;
  @Field(() => ActionItemSort, {
    nullable: true,
    defaultValue: ActionItemSort.DUE_ON_ASCENDING,
    description: 'In which order.',
  })
  sort: ActionItemSort | null;
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the row to go on from.' }) after?: string | null;
}
