import { selects } from '@sos/platform-server';
import { goalJson, objectiveJson } from '@sos/goals-server';
import { agencyJson, personJson } from '@sos/identity-server';
import { carriersJson, focusItemJson, subGroupJson } from '@sos/workgroup-server';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { helpRequestsJson } from './help-request.sql';
import { isOverdueSql, lastWord, type ItemDay } from './item-day';

interface PartSql {
  expression: string;
  join?: string;
}

const stake = `json_build_object(
  'leadAgencyId', i.lead_agency_id,
  'supportingAgencyIds', array(select supporting.agency_id from action_item_supporting_agency supporting where supporting.action_item_id = i.id),
  'assigneeIds', array(select assigned.person_id from action_item_assignee assigned where assigned.action_item_id = i.id),
  'subGroupIds', array(select listed.sub_group_id from focus_listing listed where listed.focus_item_id = i.focus_item_id))`;

/** What an item embeds, only for those who ask; each costs a join or a look into another table, none a statement. */
const partSql = {
  goal: { expression: goalJson('g'), join: 'join goal g on g.id = i.goal_id' },
  objective: {
    expression: objectiveJson('o', 'og'),
    join: 'left join objective o on o.id = i.objective_id left join goal og on og.id = o.goal_id',
  },
  focusItem: { expression: focusItemJson('f'), join: 'join focus_item f on f.id = i.focus_item_id' },
  subGroup: { expression: subGroupJson('s'), join: 'join sub_group s on s.id = i.sub_group_id' },
  subGroups: { expression: carriersJson('i.focus_item_id') },
  leadAgency: { expression: agencyJson('lead'), join: 'join agency lead on lead.id = i.lead_agency_id' },
  supportingAgencies: {
    expression: `(select coalesce(json_agg(${agencyJson('helping')} order by helping.name, helping.id), '[]')
      from action_item_supporting_agency supporting join agency helping on helping.id = supporting.agency_id
      where supporting.action_item_id = i.id)`,
  },
  assignees: {
    expression: `(select coalesce(json_agg(${personJson('doer')} order by assigned.position, doer.full_name, doer.id), '[]')
      from action_item_assignee assigned join person doer on doer.id = assigned.person_id
      where assigned.action_item_id = i.id)`,
  },
  latestUpdate: {
    expression: `case when i.latest_update_at is not null then json_build_object(
      'postedAt', i.latest_update_at, 'note', i.latest_update_note, 'author', ${personJson('author')}) end`,
    join: 'left join person author on author.id = i.latest_update_author_id',
  },
  openHelpRequests: { expression: helpRequestsJson(`h.action_item_id = i.id and h.state = 'open'`) },
  stake: { expression: stake },
} satisfies Record<string, PartSql>;

export type ItemPart = keyof typeof partSql;

export const allParts = Object.keys(partSql) as ItemPart[];

/** Fields that are decided by a part of another name. */
const fieldsOfPart: Partial<Record<ItemPart, string[]>> = { stake: ['viewerMayPost', 'viewerMayEdit'] };

const known = new WeakMap<FieldNode, Map<string, ItemPart[]>>();

/**
 * The parts that an operation asks for.
 * @param path From the resolved field to the item: empty, or such as `edges.node`.
 */
export function itemParts(info: GraphQLResolveInfo, path: string): ItemPart[] {
  const [node] = info.fieldNodes;
  const isWhole = info.fieldNodes.length === 1 && node;
  // A parsed operation is kept by the server and comes again: its nodes are the same objects.
  const found = isWhole && known.get(node)?.get(path);
  if (found) return found;
  const prefix = path ? `${path}.` : '';
  const parts = allParts.filter((part) =>
    (fieldsOfPart[part] ?? [part]).some((field) => selects(info, prefix + field)),
  );
  if (isWhole) known.set(node, (known.get(node) ?? new Map<string, ItemPart[]>()).set(path, parts));
  return parts;
}

export const unionOfParts = (...lists: readonly (readonly ItemPart[])[]): ItemPart[] =>
  allParts.filter((part) => lists.some((list) => list.includes(part)));

/** Select list and joins that make an `ActionItem` with these parts of a row of `action_item` named `i`. */
export function itemSelect(parts: readonly ItemPart[], day: ItemDay): { columns: string; joins: string } {
  const embedded = parts.map((part) => `${(partSql[part] as PartSql).expression} as "${part}"`);
  return {
    columns: [
      `i.id, i.reference, i.title, i.description, i.status, i.priority, i.start_on as "startOn", i.due_on as "dueOn",
       i.next_step as "nextStep", i.tags, i.version, i.created_at as "createdAt", i.completed_at as "completedAt"`,
      `case when i.status <> 'done' then ${day.today} - ${day.dayOf(lastWord)} end as "silentDays"`,
      `${isOverdueSql(day)} as "isOverdue"`,
      ...embedded,
    ].join(', '),
    joins: parts.map((part) => (partSql[part] as PartSql).join ?? '').join(' '),
  };
}
