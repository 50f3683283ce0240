/**
 * Holds what the database has against what the writers were told: nothing acknowledged is missing, nothing is there
 * twice, and every change is whole - its row, its version, its line in the trail, its key - or not there at all.
 * @param query runs a statement and answers its rows, on whichever database.
 */
export async function holdAgainst(report, query, ledger) {
  const done = ledger.filter(({ isDone }) => isDone);
  const count = (kind) => done.filter((act) => act.kind === kind).length;
  report.figure(
    'acknowledged',
    `${done.length} (${count('update')} updates, ${count('edit')} edits, ${count('item')} items, ${count('source')} sources, ${count('invitation')} invitations)`,
  );
  const found = await countsByMarker(query);
  const times = ({ kind, marker }) => found[kind].get(marker) ?? 0;
  report.none('nothing acknowledged is lost', done.filter((act) => times(act) === 0).map(nameOf));
  report.none('nothing is there twice', ledger.filter((act) => times(act) > 1).map(nameOf));
  for (const [what, statement] of wholeness) report.none(what, await query(statement, []));
  const helpers = new Map(ledger.filter(({ kind }) => kind === 'update').map((act) => [act.marker, act.helpers]));
  const asked = await query(
    `select u.note, count(h.id)::integer as asked from action_item_update u
     left join help_request h on h.action_item_update_id = u.id group by u.id`,
    [],
  );
  report.none(
    'each update asked exactly the agencies that it names',
    asked.filter(({ note, asked: number }) => helpers.has(note) && helpers.get(note) !== number),
  );
}

/** The trail’s own verification, once the hub has stopped in order: it is held against the heads written down, too. */
export async function verifyTrail(report, hub) {
  await hub.stop();
  const { exitCode, text } = await hub.command('audit', 'verify');
  report.figure('the trail', text.split('\n').at(-1));
  report.check('`hub audit verify` finds the trail intact', exitCode === 0, text);
}

const nameOf = ({ kind, marker, attempts }) => ({ kind, marker, attempts });

/** An edit's title may be overwritten by the next: the trail tells of each. */
async function countsByMarker(query) {
  const counted = async (statement) =>
    new Map((await query(statement, [])).map(({ marker, times }) => [marker, Number(times)]));
  return {
    update: await counted('select note as marker, count(*) as times from action_item_update group by note'),
    item: await counted(
      `select subject_label as marker, count(*) as times from audit_entry
       where subject_type = 'ActionItem' and action = 'opened' group by subject_label`,
    ),
    edit: await counted(
      `select after ->> 'title' as marker, count(*) as times from audit_entry
       where subject_type = 'ActionItem' and action = 'edited' group by after ->> 'title'`,
    ),
    source: await counted('select title as marker, count(*) as times from data_source group by title'),
    invitation: await counted(
      `select split_part(email, '@', 1) as marker, count(*) as times from invitation group by email`,
    ),
  };
}

/** Statements that find what is half there; each must find nothing. */
const wholeness = [
  [
    'each update has its line in the trail, once',
    `select u.note, count(e.id) from action_item_update u left join audit_entry e
       on e.subject_id = u.action_item_id and e.after ->> 'updateId' = u.id::text
     group by u.id having count(e.id) <> 1 limit 5`,
  ],
  [
    'each line of an update in the trail has its update',
    `select e.id from audit_entry e where e.after ? 'updateId'
       and not exists (select from action_item_update u where u.id::text = e.after ->> 'updateId') limit 5`,
  ],
  [
    'the versions of each item count its changes without a gap',
    `select i.reference, i.version, array_agg(e.version order by e.version) from action_item i
     left join (select subject_id, (after ->> 'version')::integer as version from audit_entry
       where subject_type = 'ActionItem' and after ? 'version' and action <> 'opened') e on e.subject_id = i.id
     group by i.id having coalesce(array_agg(e.version order by e.version) filter (where e.version is not null), '{}')
       is distinct from array(select generate_series(i.version - count(e.version)::integer + 1, i.version)) limit 5`,
  ],
  [
    'each item shows its latest update',
    `select i.reference from action_item i join lateral (select u.id, u.note from action_item_update u
       where u.action_item_id = i.id order by u.item_version desc limit 1) last on true
     where i.latest_update_id is distinct from last.id or i.latest_update_note is distinct from last.note limit 5`,
  ],
  [
    'each item counts its open requests for help',
    `select i.reference, i.open_help_request_count from action_item i
     left join help_request h on h.action_item_id = i.id and h.state = 'open'
     group by i.id having count(h.id) <> i.open_help_request_count limit 5`,
  ],
  [
    'each opened item is there with its supporting agencies, and is opened once',
    `select e.subject_label from audit_entry e left join action_item i on i.id = e.subject_id
     where e.action = 'opened' and e.subject_type = 'ActionItem' and (i.id is null or (i.version = 1 and
       jsonb_array_length(e.after -> 'supportingAgencyIds') <>
       (select count(*) from action_item_supporting_agency s where s.action_item_id = i.id))) limit 5`,
  ],
  [
    'each source that a writer added has its files and its line in the trail',
    `select d.title from data_source d where d.description like 'A source that is added while things break%' and (
       (select count(*) from distribution f where f.data_source_id = d.id) <> 2 or
       (select count(*) from audit_entry e where e.subject_id = d.id and e.action like 'added%') <> 1) limit 5`,
  ],
  [
    'each invitation has its line in the trail and its mail in the outbox, once',
    `select i.email, i.mails, i.lines from (
       select i.email, i.id,
         (select count(*) from outbox_entry o
          where o.topic = 'invitation.mail' and o.payload = jsonb_build_object('invitationId', i.id)) as mails,
         (select count(*) from audit_entry e where e.subject_id = i.id and e.action = 'invited') as lines
       from invitation i where i.email like '%@faults.example.org') i
     where (i.mails, i.lines) is distinct from (1::bigint, 1::bigint) limit 5`,
  ],
  [
    'no mail waits or went out without the change that it tells of',
    `select o.id, o.topic, o.payload from outbox_entry o where o.topic <> 'invitation.mail'
       or not exists (select from invitation i where o.payload = jsonb_build_object('invitationId', i.id)) limit 5`,
  ],
  ['each key that is kept has its answer', `select key from idempotency_key where answer is null limit 5`],
];
