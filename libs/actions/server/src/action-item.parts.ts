import { selects } from '@sos/platform-server';
import { goalJson, objectiveJson } from '@sos/goals-server';
import { carriersJson, focusItemJson, subGroupJson } from '@sos/workgroup-server';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { helpRequestsJson } from './help-request.sql';
import { isOverdueSql, lastWord, type ItemDay } from './item-day';
import { asksWholePeople, partsOfPeople, withPeople } from './action-item.people';

interface PartSql {
  expression?: string | ((day: ItemDay) => string);
  join?: string;
}

const stake = `json_build_object(
  'leadAgencyId', i.lead_agency_id,
  'supportingAgencyIds', array(select supporting.agency_id from action_item_supporting_agency supporting where supporting.action_item_id = i.id),
  'assigneeIds', array(select assigned.person_id from action_item_assignee assigned where assigned.action_item_id = i.id),
  'subGroupIds', array(select listed.sub_group_id from focus_listing listed where listed.focus_item_id = i.focus_item_id),
  'restrictedToSubGroupId', i.restricted_to_sub_group_id)`;

/** What is read of an item only for those who ask; a part may cost a join or a look into another table, never a statement. */
const partSql = {
  goal: { expression: goalJson('g'), join: 'join goal g on g.id = i.goal_id' },
  objective: {
    expression: objectiveJson('o', 'og'),
    join: 'left join objective o on o.id = i.objective_id left join goal og on og.id = o.goal_id',
  },
  focusItem: { expression: focusItemJson('f'), join: 'join focus_item f on f.id = i.focus_item_id' },
  subGroup: { expression: subGroupJson('s'), join: 'join sub_group s on s.id = i.sub_group_id' },
  subGroups: {
    expression: `case when i.restricted_to_sub_group_id is null then ${carriersJson('i.focus_item_id')}
      else (select json_build_array(${subGroupJson('sole')}) from sub_group sole where sole.id = i.restricted_to_sub_group_id) end`,
  },
  openHelpRequests: { expression: helpRequestsJson(`h.action_item_id = i.id and h.state = 'open'`) },
  stake: { expression: stake },
  description: { expression: 'i.description' },
  priority: { expression: 'i.priority' },
  startOn: { expression: 'i.start_on' },
  nextStep: { expression: 'i.next_step' },
  tags: { expression: 'i.tags' },
  createdAt: { expression: 'i.created_at' },
  completedAt: { expression: 'i.completed_at' },
  silentDays: {
    expression: (day) => `case when i.status <> 'done' then ${day.today} - ${day.dayOf(lastWord)} end`,
  },
  isOverdue: { expression: isOverdueSql },
  isRestricted: { expression: 'i.restricted_to_sub_group_id is not null' },
  ...partsOfPeople,
} satisfies Record<string, PartSql>;

export type ItemPart = keyof typeof partSql;

export const allParts = Object.keys(partSql) as ItemPart[];

/** Parts that are not asked for by a field of their own name. */
const isAsked: Partial<Record<ItemPart, (info: GraphQLResolveInfo, path: string) => boolean>> = {
  stake: (info, path) =>
    selects(info, `${path}viewerMayPost`) ||
    selects(info, `${path}viewerMayEdit`) ||
    selects(info, `${path}viewerMayOpenToWorkgroup`),
  wholePeople: asksWholePeople,
};

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
  const parts = allParts.filter((part) => (isAsked[part] ?? asksField(part))(info, prefix));
  if (isWhole) known.set(node, (known.get(node) ?? new Map<string, ItemPart[]>()).set(path, parts));
  return parts;
}

export const unionOfParts = (...lists: readonly (readonly ItemPart[])[]): ItemPart[] =>
  allParts.filter((part) => lists.some((list) => list.includes(part)));

const asksField = (name: string) => (info: GraphQLResolveInfo, path: string) => selects(info, path + name);

/** Of which items, in which order, a statement reads its parts. */
export interface ItemSource {
  /** From-list that has a row of `action_item` named `i`. */
  from: string;
  condition?: string;
  orderBy: string;
  /** SQL expressions of further properties. */
  more?: Readonly<Record<string, string>>;
}

/** Statement whose rows {@link embedPeople} makes `ActionItem`s with these parts. */
export function itemStatement(parts: readonly ItemPart[], day: ItemDay, source: ItemSource): string {
  const properties: Record<string, string> = { ...always, ...source.more };
  const joins: string[] = [];
  for (const part of parts) {
    const { expression, join } = partSql[part] as PartSql;
    if (expression) properties[part] = typeof expression === 'string' ? expression : expression(day);
    if (join) joins.push(join);
  }
  return withPeople(parts, properties, {
    from: `${source.from} ${joins.join(' ')} where ${source.condition ?? 'true'}`,
    orderBy: source.orderBy,
  });
}

const always = {
  id: 'i.id',
  reference: 'i.reference',
  title: 'i.title',
  status: 'i.status',
  dueOn: 'i.due_on',
  version: 'i.version',
};
