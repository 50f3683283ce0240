import { Injectable } from '@nestjs/common';
import {
  Calendar,
  checkInput,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  requireViewer,
  uuidOf,
  type HubContext,
  type Row,
  type Transaction,
} from '@sos/platform-server';
import { ActivityRecorder } from '@sos/activity-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts } from './action-item.parts';
import { mayCreate, whoCreates } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { Priority } from './action-item.types';
import { findReferences } from './item-references';
import {
  dateProblems,
  itemTextsSchema,
  referenceProblems,
  seatProblems,
  uuidsOf,
  withoutNulls,
  type FoundReferences,
  type ItemReferences,
} from './write-action-item.rules';
import type { CreateActionItemInput, CreateActionItemResult } from './write-action-item.types';

interface NewItem {
  references: ItemReferences;
  found: FoundReferences;
  texts: ReturnType<typeof itemTextsSchema.parse>;
  /** The sub-group, where only it may know of the item. */
  restrictedTo: string | null;
}

/** The number of a removed item is not given away, for it may come back. */
const nextNumber = `(select greatest(0,
    (select max(number) from action_item where workgroup_id = $1::uuid),
    (select max((gone.marks ->> 'number')::integer) from removed_thing gone
     where gone.type_name = 'ActionItem' and gone.marks ->> 'workgroupId' = $1::text)) + 1)`;

/**
 * A restricted item takes no running number, for a gap would tell of it: one of a million below zero, written PS-R3F2A1.
 * Should it be taken, another one is tried.
 */
const numberThatTellsNothing = '-(65536 + floor(random() * 983040)::integer)';
const writtenNumber = `case when next.number > 0 then next.number::text else 'R' || upper(to_hex(-next.number)) end`;

/** Opens an action item for a sub-group. */
@Injectable()
export class CreateActionItem {
  constructor(
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly items: ActionItemRepository,
    private readonly activity: ActivityRecorder,
  ) {}

  async create(
    input: CreateActionItemInput,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<CreateActionItemResult> {
    const viewer = requireViewer(context);
    const { value: texts, refusal } = checkInput(
      itemTextsSchema,
      withoutNulls({ ...input, priority: input.priority ?? Priority.MEDIUM }),
    );
    if (refusal) return refusal;
    const references = referencesOf(input);
    const open = async (transaction: Transaction): Promise<CreateActionItemResult> => {
      const found = await findReferences(transaction, references, this.calendar.today());
      const restrictedTo = input.restricted ? references.subGroupId : null;
      const problems = [
        ...referenceProblems(references, found),
        ...(restrictedTo ? seatProblems(references, found) : []),
        ...dateProblems(texts.startOn ?? null, texts.dueOn ?? null),
      ];
      if (problems.length > 0) return invalidInput(problems);
      const stake = { subGroupId: references.subGroupId!, leadAgencyId: references.leadAgencyId! };
      if (!mayCreate(viewer, stake)) {
        return notAllowed(`You cannot open items of ${found.subGroup!.name} for this agency.`, whoCreates);
      }
      const item = await this.insert(transaction, { references, found, texts, restrictedTo }, viewer.personId);
      await this.activity.record(transaction, viewer, {
        action: 'opened',
        subjectType: 'ActionItem',
        subjectId: item.id,
        subjectLabel: texts.title!,
        subjectPath: `/items/${item.reference}`,
        workgroupId: found.subGroup!.workgroupId,
        subGroupIds: restrictedTo ? [restrictedTo] : found.focusItem!.subGroupIds,
        agencyIds: [references.leadAgencyId!, ...(references.supportingAgencyIds as string[])],
        after: { ...texts, ...references, reference: item.reference, restricted: restrictedTo !== null },
        restrictedToSubGroupId: restrictedTo,
        requestId: context.requestId,
      });
      context.loaders.forget();
      return opened(transaction, item);
    };
    const opened = async (transaction: Transaction, { id }: { id: string }): Promise<CreateActionItemResult> => {
      const actionItem = await this.items.byId(transaction, itemParts(info, 'actionItem'), id);
      return actionItem ? { __typename: 'CreateActionItemSuccess', actionItem } : notFound('action item');
    };
    return this.once.do({ mutation: 'createActionItem', input, context }, open, {
      keep: (result) => (result.__typename === 'CreateActionItemSuccess' ? { id: result.actionItem.id } : null),
      again: opened,
    });
  }

  private async insert(
    transaction: Transaction,
    { references, found, texts, restrictedTo }: NewItem,
    creatorId: string,
  ): Promise<{ id: string; reference: string }> {
    // Numbers run through the workgroup: whoever opens an item waits here, then sees the highest number.
    await transaction.query('select 1 from workgroup where id = $1 for update', [found.subGroup!.workgroupId]);
    const statement = `with next as (
         select case when $18::uuid is null then ${nextNumber} else ${numberThatTellsNothing} end as number
       ), opened as (
         insert into action_item (workgroup_id, number, reference, title, description, goal_id, objective_id,
           focus_item_id, sub_group_id, lead_agency_id, priority, start_on, due_on, next_step, tags, created_by_id,
           restricted_to_sub_group_id)
         select $1::uuid, next.number, $2::text || '-' || ${writtenNumber}, $3::text, $4::text, $5::uuid, $6::uuid,
           $7::uuid, $8::uuid, $9::uuid, $10::text, $11::date, $12::date, $13::text, $14::text[], $15::uuid, $18::uuid
         from next on conflict do nothing returning id, reference
       ), supporting as (
         insert into action_item_supporting_agency (action_item_id, agency_id)
         select opened.id, agency.id from opened cross join unnest($16::uuid[]) as agency (id)
       ), assigned as (
         insert into action_item_assignee (action_item_id, person_id, position)
         select opened.id, person.id, person.position
         from opened cross join unnest($17::uuid[]) with ordinality as person (id, position)
       )
       select id, reference from opened`;
    const values = [
      found.subGroup!.workgroupId,
      found.subGroup!.prefix,
      texts.title,
      texts.description ?? '',
      references.goalId,
      references.objectiveId ?? null,
      references.focusItemId,
      references.subGroupId,
      references.leadAgencyId,
      texts.priority,
      texts.startOn ?? null,
      texts.dueOn ?? null,
      texts.nextStep ?? '',
      texts.tags ?? [],
      creatorId,
      references.supportingAgencyIds,
      references.assigneeIds,
      restrictedTo,
    ];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const [item] = await transaction.query<{ id: string; reference: string } & Row>(statement, values);
      if (item) return item;
    }
    throw new Error('No free reference was found for the item.');
  }
}

const referencesOf = (input: CreateActionItemInput): ItemReferences => ({
  goalId: uuidOf('Goal', input.goalId),
  objectiveId: input.objectiveId ? uuidOf('Objective', input.objectiveId) : undefined,
  focusItemId: uuidOf('FocusItem', input.focusItemId),
  subGroupId: uuidOf('SubGroup', input.subGroupId),
  leadAgencyId: uuidOf('Agency', input.leadAgencyId),
  supportingAgencyIds: uuidsOf('Agency', input.supportingAgencyIds ?? []),
  assigneeIds: uuidsOf('Person', input.assigneeIds ?? []),
});
