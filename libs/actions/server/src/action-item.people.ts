import { agencyJson, personJson, type Agency, type Person } from '@sos/identity-server';
import { selectsOtherThan, type Row } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import type { ActionItem } from './action-item.types';

/**
 * The agencies and people of a page of items. The same few belong to many items, so each row carries their ids, the
 * first row carries all of them once, and {@link embedPeople} puts them together: still one statement, at a third of
 * the database's work. See docs/adr/0008-what-makes-a-request-cheap.md.
 */
export const partsOfPeople = {
  leadAgency: {},
  supportingAgencies: {},
  assignees: {},
  latestUpdate: {},
  wholePeople: {},
};

type PeoplePart = keyof typeof partsOfPeople;

/** What lists show of people; who asks for more gets all. */
const briefly = ['id', 'fullName'] as const;

export const asksWholePeople = (info: GraphQLResolveInfo, path: string): boolean =>
  selectsOtherThan(info, `${path}assignees`, briefly) || selectsOtherThan(info, `${path}latestUpdate.author`, briefly);

/** Properties of a row that are not sent as they are. */
const references: Record<PeoplePart, Readonly<Record<string, string>>> = {
  leadAgency: { leadAgencyId: 'i.lead_agency_id' },
  supportingAgencies: {
    supportingAgencyIds: `array(select supporting.agency_id from action_item_supporting_agency supporting
      where supporting.action_item_id = i.id)`,
  },
  assignees: {
    assigneeIds: `array(select assigned.person_id from action_item_assignee assigned
      where assigned.action_item_id = i.id order by assigned.position, assigned.person_id)`,
  },
  latestUpdate: {
    authorId: 'i.latest_update_author_id',
    latestUpdateAt: 'i.latest_update_at',
    latestUpdateNote: 'i.latest_update_note',
  },
  wholePeople: {},
};

/** Where ids of agencies and of people stand in a page's rows. */
const idsOf = {
  agencies: {
    leadAgency: 'select "leadAgencyId" from page',
    supportingAgencies: 'select unnest("supportingAgencyIds") from page',
  },
  people: { latestUpdate: 'select "authorId" from page', assignees: 'select unnest("assigneeIds") from page' },
} satisfies Record<string, Partial<Record<PeoplePart, string>>>;

/** Lists of ids come as one text: the driver takes its time over arrays. */
const lists = new Set(['supportingAgencyIds', 'assigneeIds']);

/** @param properties SQL expressions of what else a row has. */
export function withPeople(
  parts: readonly string[],
  properties: Readonly<Record<string, string>>,
  { from, orderBy }: { from: string; orderBy: string },
): string {
  const asked = (Object.keys(references) as PeoplePart[]).filter((part) => parts.includes(part));
  const all = { ...properties, ...Object.assign({}, ...asked.map((part) => references[part])) } as Record<
    string,
    string
  >;
  const columns = Object.entries(all).map(([property, expression]) => `${expression} as "${property}"`);
  if (asked.length === 0) return `select ${columns.join(', ')} from ${from} order by ${orderBy}`;
  const sent = Object.keys(all).map((name) =>
    lists.has(name) ? `array_to_string("${name}", ' ') as "${name}"` : `"${name}"`,
  );
  const person = personJson('p', parts.includes('wholePeople') ? undefined : briefly);
  const once = {
    agencies: `(select json_agg(${agencyJson('a')} order by a.name, a.id) from agency a where a.id = any(array(IDS)))`,
    people: `(select json_agg(${person}) from person p where p.id = any(array(IDS)))`,
  };
  const shared = (Object.keys(once) as (keyof typeof once)[]).flatMap((name) => {
    const ids = Object.entries(idsOf[name])
      .filter(([part]) => parts.includes(part))
      .map(([, select]) => select);
    return ids.length === 0
      ? []
      : [`case when place_in_page = 1 then ${once[name].replace('IDS', ids.join(' union '))} end as ${name}`];
  });
  return `with page as materialized (
      select row_number() over (order by ${orderBy}) as place_in_page, ${columns.join(', ')} from ${from})
    select ${[...sent, ...shared].join(', ')} from page order by place_in_page`;
}

interface RowOfPage extends Row {
  agencies?: Agency[] | null;
  people?: Person[] | null;
  leadAgencyId?: string;
  supportingAgencyIds?: string;
  assigneeIds?: string;
  authorId?: string | null;
  latestUpdateAt?: Date | null;
  latestUpdateNote?: string | null;
}

/** Puts agencies and people into the rows of a statement of {@link withPeople}. */
export function embedPeople<T extends ActionItem>(rows: readonly Row[]): T[] {
  const page = rows as RowOfPage[];
  const agencies = byId(page[0]?.agencies);
  const people = byId(page[0]?.people);
  for (const row of page) {
    if (row.leadAgencyId !== undefined) row.leadAgency = agencies.get(row.leadAgencyId);
    if (row.supportingAgencyIds !== undefined) {
      const ids = new Set(row.supportingAgencyIds.split(' '));
      row.supportingAgencies = [...agencies.values()].filter(({ id }) => ids.has(id));
    }
    if (row.assigneeIds !== undefined) row.assignees = found(row.assigneeIds, people);
    if (row.latestUpdateAt !== undefined) row.latestUpdate = latestUpdate(row, people);
  }
  return page as unknown as T[];
}

const latestUpdate = ({ latestUpdateAt, latestUpdateNote, authorId }: RowOfPage, people: Map<string, Person>) =>
  latestUpdateAt ? { postedAt: latestUpdateAt, note: latestUpdateNote, author: people.get(authorId ?? '') } : null;

const found = <T>(ids: string, known: Map<string, T>): T[] => ids.split(' ').flatMap((id) => known.get(id) ?? []);

const byId = <T extends { id: string }>(list: readonly T[] | null | undefined): Map<string, T> =>
  new Map(list?.map((one) => [one.id, one]));
