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
  type Transaction,
} from '@sos/platform-server';
import { ActivityRecorder } from '@sos/activity-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts } from './action-item.parts';
import { mayEdit, whoEdits } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { changesBetween, describeChanges, type ItemDetails } from './edit-action-item.rules';
import { findReferences } from './item-references';
import { lockItemDetails } from './lock-item-details';
import { staleItem } from './stale-item';
import {
  dateProblems,
  emptiedProblems,
  itemTextsSchema,
  referenceProblems,
  seatProblems,
  uuidsOf,
  withoutNulls,
  type ItemReferences,
} from './write-action-item.rules';
import type { EditActionItemInput, EditActionItemResult } from './write-action-item.types';

type Texts = ReturnType<typeof itemTextsSchema.parse>;

/** Changes what an item is; where it stands is said by updates. */
@Injectable()
export class EditActionItem {
  constructor(
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly items: ActionItemRepository,
    private readonly activity: ActivityRecorder,
  ) {}

  async edit(input: EditActionItemInput, context: HubContext, info: GraphQLResolveInfo): Promise<EditActionItemResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('ActionItem', input.actionItemId);
    if (!id) return notFound('action item');
    const emptied = emptiedProblems(input);
    if (emptied.length > 0) return invalidInput(emptied);
    const { value: texts, refusal } = checkInput(itemTextsSchema, withoutNulls(input));
    if (refusal) return refusal;
    const change = async (transaction: Transaction): Promise<EditActionItemResult> => {
      const locked = await lockItemDetails(transaction, id);
      if (!locked) return notFound('action item');
      if (!mayEdit(viewer, locked.stake)) return notAllowed('You cannot change this item.', whoEdits);
      if (locked.version !== input.expectedVersion) {
        return staleItem((await this.items.byId(transaction, itemParts(info, 'current'), id))!);
      }
      const wanted = referencesAfter(input, locked.details, locked.subGroupId);
      const found = await findReferences(transaction, wanted, this.calendar.today());
      const after = detailsAfter(texts, wanted, locked.details);
      const problems = [
        ...referenceProblems(wanted, found).filter(({ path }) => isTouched(path, input)),
        ...(locked.stake.restrictedToSubGroupId && input.assigneeIds ? seatProblems(wanted, found) : []),
        ...dateProblems(after.startOn, after.dueOn),
      ];
      if (problems.length > 0) return invalidInput(problems);
      const changes = changesBetween(locked.details, after);
      if (changes) {
        await this.write(transaction, id, input.expectedVersion, after);
        await this.activity.record(transaction, viewer, {
          action: 'edited',
          subjectType: 'ActionItem',
          subjectId: id,
          subjectLabel: after.title,
          subjectPath: `/items/${locked.reference}`,
          detail: describeChanges(changes),
          workgroupId: locked.workgroupId,
          subGroupIds: [...new Set([...locked.stake.subGroupIds, ...(found.focusItem?.subGroupIds ?? [])])],
          restrictedToSubGroupId: locked.stake.restrictedToSubGroupId,
          agencyIds: [...new Set([after.leadAgencyId, ...after.supportingAgencyIds])],
          before: { ...changes.before, version: locked.version },
          after: { ...changes.after, version: locked.version + 1 },
          requestId: context.requestId,
        });
        context.loaders.forget();
      }
      return changed(transaction);
    };
    const changed = async (transaction: Transaction): Promise<EditActionItemResult> => {
      const actionItem = await this.items.byId(transaction, itemParts(info, 'actionItem'), id);
      return actionItem ? { __typename: 'EditActionItemSuccess', actionItem } : notFound('action item');
    };
    return this.once.do({ mutation: 'editActionItem', input, context }, change, {
      keep: (result) => (result.__typename === 'EditActionItemSuccess' ? { id } : null),
      again: changed,
    });
  }

  private async write(transaction: Transaction, id: string, version: number, after: ItemDetails): Promise<void> {
    const written = await transaction.query(
      `with changed as (
         update action_item set version = version + 1, title = $3, description = $4, goal_id = $5, objective_id = $6,
           focus_item_id = $7, lead_agency_id = $8, priority = $9, start_on = $10::date, due_on = $11::date,
           next_step = $12, tags = $13::text[]
         where id = $1 and version = $2 returning id
       ), no_longer_supporting as (
         delete from action_item_supporting_agency gone using changed
         where gone.action_item_id = changed.id and gone.agency_id <> all($14::uuid[])
       ), supporting as (
         insert into action_item_supporting_agency (action_item_id, agency_id)
         select changed.id, agency.id from changed cross join unnest($14::uuid[]) as agency (id)
         on conflict do nothing
       ), no_longer_assigned as (
         delete from action_item_assignee gone using changed
         where gone.action_item_id = changed.id and gone.person_id <> all($15::uuid[])
       ), assigned as (
         insert into action_item_assignee (action_item_id, person_id, position)
         select changed.id, person.id, person.position
         from changed cross join unnest($15::uuid[]) with ordinality as person (id, position)
         on conflict (action_item_id, person_id) do update set position = excluded.position
       )
       select id from changed`,
      [
        id,
        version,
        after.title,
        after.description,
        after.goalId,
        after.objectiveId,
        after.focusItemId,
        after.leadAgencyId,
        after.priority,
        after.startOn,
        after.dueOn,
        after.nextStep,
        after.tags,
        after.supportingAgencyIds,
        after.assigneeIds,
      ],
    );
    if (written.length === 0) throw new Error('The item was locked with this version, and yet it has moved on.');
  }
}

/**
 * What the edit does not touch may have ended since, and is left alone. A new goal touches the objective, a new lead
 * agency the supporting ones.
 */
function isTouched(path: string, input: EditActionItemInput): boolean {
  const field = path.split('.')[0]!;
  if (field === 'objectiveId' && input.goalId) return true;
  if (field === 'supportingAgencyIds' && input.leadAgencyId) return true;
  return field in input;
}

function referencesAfter(input: EditActionItemInput, before: ItemDetails, subGroupId: string): ItemReferences {
  const { goalId, objectiveId, focusItemId, leadAgencyId, supportingAgencyIds, assigneeIds } = input;
  const objectiveBefore = before.objectiveId ?? undefined;
  return {
    goalId: goalId ? uuidOf('Goal', goalId) : before.goalId,
    objectiveId:
      objectiveId === undefined ? objectiveBefore : objectiveId === null ? undefined : uuidOf('Objective', objectiveId),
    focusItemId: focusItemId ? uuidOf('FocusItem', focusItemId) : before.focusItemId,
    subGroupId,
    leadAgencyId: leadAgencyId ? uuidOf('Agency', leadAgencyId) : before.leadAgencyId,
    supportingAgencyIds:
      supportingAgencyIds === undefined ? before.supportingAgencyIds : uuidsOf('Agency', supportingAgencyIds ?? []),
    assigneeIds: assigneeIds === undefined ? before.assigneeIds : uuidsOf('Person', assigneeIds ?? []),
  };
}

/** Called with references that are checked afterwards: an unknown one never reaches the table. */
const detailsAfter = (texts: Texts, wanted: ItemReferences, before: ItemDetails): ItemDetails => ({
  title: texts.title ?? before.title,
  description: texts.description ?? before.description,
  nextStep: texts.nextStep ?? before.nextStep,
  tags: texts.tags ?? before.tags,
  priority: texts.priority ?? before.priority,
  startOn: texts.startOn === undefined ? before.startOn : texts.startOn,
  dueOn: texts.dueOn === undefined ? before.dueOn : texts.dueOn,
  goalId: wanted.goalId ?? '',
  objectiveId: wanted.objectiveId ?? null,
  focusItemId: wanted.focusItemId ?? '',
  leadAgencyId: wanted.leadAgencyId ?? '',
  supportingAgencyIds: wanted.supportingAgencyIds.filter((agencyId) => agencyId !== null),
  assigneeIds: wanted.assigneeIds.filter((personId) => personId !== null),
});
