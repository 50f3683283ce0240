import { agencyJson, personJson } from '@sos/identity-server';

const joins = `help_request h
  join action_item_update asking on asking.id = h.action_item_update_id
  join agency helper on helper.id = h.agency_id
  join person asker on asker.id = h.requested_by_id
  left join person answerer on answerer.id = h.answered_by_id`;

const properties = {
  id: 'h.id',
  state: 'h.state',
  requestedAt: 'h.requested_at',
  answeredAt: 'h.answered_at',
  note: 'asking.note',
  actionItemId: 'h.action_item_id',
  agency: agencyJson('helper'),
  requestedBy: personJson('asker'),
  answeredBy: personJson('answerer'),
};

/** Statement part that makes `HelpRequest` rows; conditions name the request's row `h` and its item `i`. */
export const helpRequestSelect = `select ${Object.entries(properties)
  .map(([property, expression]) => `${expression} as "${property}"`)
  .join(', ')} from ${joins} join action_item i on i.id = h.action_item_id`;

/** SQL expression of the `HelpRequest`s that meet a condition on `h`, as a JSON array, oldest first. */
export const helpRequestsJson = (condition: string): string =>
  `(select coalesce(json_agg(json_build_object(${Object.entries(properties)
    .map(([property, expression]) => `'${property}', ${expression}`)
    .join(', ')}) order by h.requested_at, helper.name, h.id), '[]') from ${joins} where ${condition})`;
