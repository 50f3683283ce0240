import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildActionItem } from '@sos/actions-server/testing';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { addDays, Calendar, encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { buildFocusItem, buildSeat, buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let today: string;
let agencyId: string;
let workgroupId: string;
let one: string;
let two: string;
let focusOfOne: string;
let focusOfTwo: string;
let administratorId: string;
let administrator: GraphqlClient;
let chair: GraphqlClient;

beforeAll(async () => {
  hub = await startTestHub();
  const { database } = hub;
  today = hub.application.get(Calendar).today();
  agencyId = await buildAgency(database, { key: 'cdph' });
  workgroupId = await buildWorkgroup(database);
  one = await buildSubGroup(database, workgroupId, { slug: 'one' });
  two = await buildSubGroup(database, workgroupId, { slug: 'two' });
  focusOfOne = await buildFocusItem(database, workgroupId, [one]);
  focusOfTwo = await buildFocusItem(database, workgroupId, [two]);
  administratorId = await person('Ada Admin');
  await buildRole(database, administratorId, { role: 'administrator' });
  administrator = await hub.as(administratorId);
  const chairId = await person('Cleo Chair');
  await seat({ personId: chairId, role: 'chair' });
  chair = await hub.as(chairId);
});
afterAll(() => hub.close());

const person = (fullName = 'Robin Example') => buildPerson(hub.database, { agencyId, fullName });
const seat = (traits: Partial<Parameters<typeof buildSeat>[1]> = {}) =>
  buildSeat(hub.database, { workgroupId, subGroupId: one, agencyId, ...traits });

const problems = '... on InvalidInputRefusal { fields { path } }';
const seatAnswer = `${problems} ... on SeatSuccess { seat { id startsOn endsOn state version person { fullName } alternate { fullName } } }`;
const act = async (client: GraphqlClient, name: string, type: string, input: object, more = seatAnswer) =>
  (
    await client.query(
      `mutation ($input: ${type}!) { result: ${name}(input: $input) { __typename ... on Refusal { message } ${more} } }`,
      { input },
    )
  ).result;
const ofSeat = (seatId: string) => ({ seatId: encodeId('Seat', seatId) });
const fill = (client: GraphqlClient, seatId: string, personId: string) =>
  act(client, 'fillSeat', 'FillSeatInput', { ...ofSeat(seatId), personId: encodeId('Person', personId) });
const vacate = (client: GraphqlClient, seatId: string) => act(client, 'vacateSeat', 'VacateSeatInput', ofSeat(seatId));
const uuidIn = (id: string) => Buffer.from(id, 'base64url').toString().split(':')[1]!;

const subGroupsOf = async (personId: string): Promise<string[]> =>
  (await (await hub.as(personId)).query('{ viewer { subGroupSlugs } }')).viewer.subGroupSlugs;
const seatLists = async () =>
  (
    await administrator.query(
      `{ subGroup(slug: "one") { seats { id person { fullName } } formerSeats { id endsOn person { fullName } } } }`,
    )
  ).subGroup;

describe('a seat', () => {
  test('passes through hands, and each holder’s time stays in the history', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const anas = await seat({ personId: ana, startsOn: '2024-03-01', endsOn: '2099-12-31' });
    const vacant = (await vacate(chair, anas)).seat;
    expect(vacant).toMatchObject({ person: null, startsOn: today, endsOn: '2099-12-31', state: 'RUNNING' });
    expect(await subGroupsOf(ana)).toEqual([]);
    const bens = (await fill(chair, uuidIn(vacant.id), ben)).seat;
    expect(bens).toMatchObject({ id: vacant.id, person: { fullName: 'Ben' }, startsOn: today });
    expect(await subGroupsOf(ben)).toEqual(['one']);
    const { seats, formerSeats } = await seatLists();
    expect(seats).toContainEqual({ id: bens.id, person: { fullName: 'Ben' } });
    expect(formerSeats).toContainEqual({
      id: encodeId('Seat', anas),
      endsOn: addDays(today, -1),
      person: { fullName: 'Ana' },
    });
  });

  test('given back on the day it was taken goes on as if it had never been', async () => {
    const ana = await person('Ana Again');
    const anas = await seat({ personId: ana, startsOn: '2024-03-01' });
    const vacant = (await vacate(chair, anas)).seat;
    const again = (await fill(chair, uuidIn(vacant.id), ana)).seat;
    expect(again).toMatchObject({ id: encodeId('Seat', anas), startsOn: '2024-03-01', endsOn: null });
    const { seats, formerSeats } = await seatLists();
    const names = (rows: { person: { fullName: string } | null }[]) => rows.map((row) => row.person?.fullName);
    expect(names(seats).filter((name) => name === 'Ana Again')).toHaveLength(1);
    expect(names(formerSeats)).not.toContain('Ana Again');
  });

  test('that is taken is not filled again, and one of two who fill it at once comes too late', async () => {
    const vacant = await seat();
    const people = [await person('First'), await person('Second')];
    const answers = await Promise.all(people.map((id) => fill(administrator, vacant, id)));
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['InvalidInputRefusal', 'SeatSuccess']);
    expect((await fill(chair, vacant, people[0]!)).message).toContain('has this seat');
  });

  test('gives nothing before its first day and after its last', async () => {
    const id = await person();
    await seat({ personId: id, startsOn: '2020-01-01', endsOn: addDays(today, -1) });
    await seat({ personId: id, startsOn: addDays(today, 1) });
    expect(await subGroupsOf(id)).toEqual([]);
    const over = await seat({ personId: id, startsOn: '2020-01-01', endsOn: addDays(today, -1) });
    expect((await vacate(chair, over)).message).toContain('is over');
  });

  test('has an alternate, who takes part but is not its person', async () => {
    const [holder, other] = [await person('Holder'), await person('Other')];
    const id = await seat({ personId: holder });
    const name = (personId: string | null) =>
      act(chair, 'nameAlternate', 'NameAlternateInput', {
        ...ofSeat(id),
        personId: personId && encodeId('Person', personId),
      });
    expect((await name(other)).seat.alternate).toEqual({ fullName: 'Other' });
    expect(await subGroupsOf(other)).toEqual(['one']);
    expect((await name(holder)).fields).toEqual([{ path: 'personId' }]);
    expect((await name(null)).seat.alternate).toBeNull();
    expect(await subGroupsOf(other)).toEqual([]);
  });

  test('changes its last day where nobody else has since', async () => {
    const id = await seat({ personId: await person() });
    const change = (endsOn: string | null, expectedVersion: number) =>
      act(chair, 'changeSeatTerm', 'ChangeSeatTermInput', { ...ofSeat(id), endsOn, expectedVersion });
    expect((await change(addDays(today, 10), 1)).seat).toMatchObject({ endsOn: addDays(today, 10), version: 2 });
    expect((await change(null, 1)).__typename).toBe('StaleSeatRefusal');
    expect((await change('2001-01-01', 2)).fields).toEqual([{ path: 'endsOn' }]);
  });

  test('is added to a body that exists, by who leads it', async () => {
    const input = {
      subGroupId: encodeId('SubGroup', one),
      agencyId: encodeId('Agency', agencyId),
      idempotencyKey: 'one-more-seat',
    };
    const first = await act(chair, 'addSeat', 'AddSeatInput', input);
    expect(first.seat).toMatchObject({ person: null, startsOn: today });
    expect((await act(chair, 'addSeat', 'AddSeatInput', input)).seat.id).toBe(first.seat.id);
    const ended = await buildSubGroup(hub.database, workgroupId, { slug: 'ended', endedOn: '2022-01-01' });
    const inEnded = { ...input, subGroupId: encodeId('SubGroup', ended), idempotencyKey: undefined };
    expect((await act(administrator, 'addSeat', 'AddSeatInput', inEnded)).__typename).toBe('NotAllowedRefusal');
    const { subGroup } = await chair.query(
      '{ subGroup(slug: "one") { viewerMayFillSeats seats { viewerMayFill role } } }',
    );
    expect(subGroup.viewerMayFillSeats).toBe(true);
    for (const { role, viewerMayFill } of subGroup.seats) expect(viewerMayFill).toBe(role !== 'CHAIR');
  });
});

describe('handing a seat over', () => {
  const item = (personIds: string[], traits: Partial<Parameters<typeof buildActionItem>[1]> = {}) =>
    buildActionItem(hub.database, {
      workgroupId,
      subGroupId: one,
      focusItemId: focusOfOne,
      leadAgencyId: agencyId,
      assigneeIds: personIds,
      ...traits,
    });
  const more =
    problems +
    ' ... on HandOverSeatSuccess { seat { id startsOn person { fullName } } movedItems { id assignees { fullName } } }';
  const handOver = (client: GraphqlClient, seatId: string, toPersonId: string, input: object = {}) =>
    act(
      client,
      'handOverSeat',
      'HandOverSeatInput',
      { ...ofSeat(seatId), toPersonId: encodeId('Person', toPersonId), ...input },
      more,
    );
  const assignees = async (id: string): Promise<string[]> =>
    (
      await hub.database.query(
        `select p.full_name as name from action_item_assignee a join person p on p.id = a.person_id
         where a.action_item_id = $1 order by a.position, p.full_name`,
        [id],
      )
    ).map(({ name }) => name as string);

  test('moves place and open work in one act; what was posted stays whose it was', async () => {
    const [gia, sol, col] = [await person('Gia Giver'), await person('Sol Successor'), await person('Col Colleague')];
    const seatId = await seat({ personId: gia, startsOn: '2024-03-01' });
    const owned = await item([gia, col]);
    const shared = await item([sol, gia]);
    const done = await item([gia], { status: 'done' as never });
    await hub.database.query(
      `insert into action_item_update (action_item_id, author_id, status, note, item_version) values ($1, $2, 'in_progress', 'Mine.', 1)`,
      [owned.id, gia],
    );
    const { node } = await chair.query(
      `query ($id: ID!) { node(id: $id) { ... on Seat { itemsToHandOver { id } } } }`,
      {
        id: encodeId('Seat', seatId),
      },
    );
    const suggested = node.itemsToHandOver.map(({ id }: { id: string }) => uuidIn(id));
    expect([...suggested].sort()).toEqual([owned.id, shared.id].sort());

    const answer = await handOver(chair, seatId, sol);
    expect(answer.seat).toMatchObject({ startsOn: today, person: { fullName: 'Sol Successor' } });
    expect(answer.movedItems).toHaveLength(2);
    // The successor owns what the giver owned, and is there once where they were already.
    expect(await assignees(owned.id)).toEqual(['Sol Successor', 'Col Colleague']);
    expect(await assignees(shared.id)).toEqual(['Sol Successor']);
    expect(await assignees(done.id)).toEqual(['Gia Giver']);
    const [update] = await hub.database.query('select author_id from action_item_update where action_item_id = $1', [
      owned.id,
    ]);
    expect(update).toEqual({ author_id: gia });
    expect(await subGroupsOf(gia)).toEqual([]);
    const entries = await hub.database.query(
      `select action, detail, before, after from audit_entry where subject_id = any($1) order by id`,
      [[owned.id, sol]],
    );
    expect(entries).toMatchObject([
      {
        action: 'handed over',
        detail: 'From Gia Giver to Sol Successor.',
        before: { assigneeIds: [gia, col], version: 1 },
        after: { assigneeIds: [sol, col], version: 2 },
      },
      {
        action: 'handed the seat of Gia Giver in one over to',
        before: { person: 'Gia Giver' },
        after: { person: 'Sol Successor' },
      },
    ]);
    // And back again: the undo is the same act.
    await handOver(chair, uuidIn(answer.seat.id), gia, {
      actionItemIds: answer.movedItems.map(({ id }: { id: string }) => id),
    });
    expect(await assignees(owned.id)).toEqual(['Gia Giver', 'Col Colleague']);
    const [back] = await hub.database.query(`select id, starts_on as "startsOn" from seat where person_id = $1`, [gia]);
    expect(back).toEqual({ id: seatId, startsOn: '2024-03-01' });
  });

  test('leaves behind what is not chosen, and what belongs to a seat that the person keeps', async () => {
    const [gus, sue] = [await person('Gus'), await person('Sue')];
    const seatId = await seat({ personId: gus });
    await seat({ personId: gus, subGroupId: two });
    const [here, there] = [await item([gus]), await item([gus], { subGroupId: two, focusItemId: focusOfTwo })];
    expect((await handOver(administrator, seatId, sue, { actionItemIds: [] })).movedItems).toEqual([]);
    const next = (await hub.database.query(`select id from seat where person_id = $1`, [sue]))[0]!.id as string;
    await handOver(administrator, next, gus, { actionItemIds: [] });
    const answer = await handOver(administrator, seatId, sue);
    expect(answer.movedItems.map(({ id }: { id: string }) => uuidIn(id))).toEqual([here.id]);
    expect(await assignees(there.id)).toEqual(['Gus']);
  });

  test('moves nothing that the giver is not assigned to, or that who hands over may not change', async () => {
    const [gil, sid] = [await person('Gil'), await person('Sid')];
    const seatId = await seat({ personId: gil });
    const [foreign, elsewhere, own] = [
      await item([sid]),
      await item([gil], { subGroupId: two, focusItemId: focusOfTwo }),
      await item([gil]),
    ];
    // Of another agency, so that the chair may change only what her sub-group carries.
    const other = await buildAgency(hub.database);
    await hub.database.query('update action_item set lead_agency_id = $2 where id = any($1)', [
      [foreign.id, elsewhere.id, own.id],
      other,
    ]);
    for (const { id } of [foreign, elsewhere]) {
      const answer = await handOver(chair, seatId, sid, {
        actionItemIds: [encodeId('ActionItem', own.id), encodeId('ActionItem', id)],
      });
      expect(answer.fields).toEqual([{ path: 'actionItemIds' }]);
    }
    expect(await assignees(own.id)).toEqual(['Gil']);
    expect((await handOver(chair, seatId, sid)).movedItems.map(({ id }: { id: string }) => uuidIn(id))).toEqual([
      own.id,
    ]);
    expect(await assignees(elsewhere.id)).toEqual(['Gil']);
  });

  test('asks for somebody else who is in the hub', async () => {
    const holder = await person();
    const seatId = await seat({ personId: holder });
    expect((await handOver(chair, seatId, holder)).fields).toEqual([{ path: 'toPersonId' }]);
    const gone = await buildPerson(hub.database, { agencyId, isDeactivated: true });
    expect((await handOver(chair, seatId, gone)).fields).toEqual([{ path: 'personId' }]);
    expect((await handOver(chair, await seat(), holder)).fields).toEqual([{ path: 'seatId' }]);
  });
});

describe('leaving', () => {
  const leave = (client: GraphqlClient, name: 'deactivatePerson' | 'reactivatePerson', personId: string) =>
    act(client, name, 'LeavingInput', { personId: encodeId('Person', personId) }, '');

  test('ends every way in, seat, role and invitation at once, and coming back undoes it within thirty days', async () => {
    const [lee, ally] = [await person('Lee Leaver'), await person('Ally')];
    const client = await hub.as(lee);
    const held = await seat({ personId: lee, startsOn: '2024-03-01' });
    const stoodIn = await seat({ personId: ally, alternateId: lee });
    const roleId = await buildRole(hub.database, lee, { role: 'staff', endsOn: '2099-12-31' });
    await hub.database.query(
      `insert into sign_in_token (token_hash, person_id, expires_at) values ($1, $2, now() + interval '30 minutes')`,
      [createHash('sha256').update(lee).digest(), lee],
    );
    await client.query('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }', {
      input: { email: 'asked-by-lee@example.org', agencyId: encodeId('Agency', agencyId) },
    });
    expect((await client.query('{ viewer { isStaff } }')).viewer).toEqual({ isStaff: true });

    const told: string[] = [];
    const stopListening = await hub.database.listen('hub_person_left', { heard: (payload) => void told.push(payload) });
    expect((await leave(administrator, 'deactivatePerson', lee)).__typename).toBe('DeactivatePersonSuccess');
    expect((await client.query('{ viewer { isStaff } }')).viewer).toBeNull();
    const left = async (table: string) =>
      (await hub.database.query(`select from ${table} where person_id = $1`, [lee])).length;
    expect([await left('session'), await left('sign_in_token')]).toEqual([0, 0]);
    const [invitation] = await hub.database.query('select revoked_at from invitation where invited_by_id = $1', [lee]);
    expect(invitation!.revoked_at).not.toBeNull();
    const { personRecord } = await administrator.query(
      `query ($id: ID!) { personRecord(personId: $id) { state undoUntil person { fullName } roles { state } seats { state person { fullName } } } }`,
      { id: encodeId('Person', lee) },
    );
    expect(personRecord).toMatchObject({
      state: 'LEFT',
      person: { fullName: 'Lee Leaver' },
      roles: [{ state: 'ENDED' }],
      seats: [{ state: 'ENDED', person: { fullName: 'Lee Leaver' } }],
    });
    while (told.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(told).toEqual([lee]);
    stopListening();

    expect((await leave(administrator, 'reactivatePerson', lee)).__typename).toBe('ReactivatePersonSuccess');
    expect((await client.query('{ viewer { isStaff } }')).viewer).toBeNull();
    const { viewer } = await (await hub.as(lee)).query('{ viewer { isStaff subGroupSlugs } }');
    expect(viewer).toEqual({ isStaff: true, subGroupSlugs: ['one'] });
    const [seatRow] = await hub.database.query('select person_id, starts_on, ends_on from seat where id = $1', [held]);
    expect(seatRow).toEqual({ person_id: lee, starts_on: '2024-03-01', ends_on: null });
    const [other] = await hub.database.query('select alternate_id from seat where id = $1', [stoodIn]);
    expect(other).toEqual({ alternate_id: lee });
    const [role] = await hub.database.query('select ends_on from role_grant where id = $1', [roleId]);
    expect(role).toEqual({ ends_on: '2099-12-31' });
    const trail = await hub.database.query(`select action from audit_entry where subject_id = $1 order by id`, [lee]);
    expect(trail.map(({ action }) => action)).toEqual(['recorded the leaving of', 'brought back']);
  });

  test('gives back no seat that somebody else has since', async () => {
    const [lou, next] = [await person('Lou'), await person('Next')];
    const held = await seat({ personId: lou, startsOn: '2024-03-01' });
    await leave(administrator, 'deactivatePerson', lou);
    const [vacant] = await hub.database.query('select id from seat where follows_id = $1', [held]);
    await fill(administrator, vacant!.id as string, next);
    await leave(administrator, 'reactivatePerson', lou);
    expect(await subGroupsOf(lou)).toEqual([]);
    expect(await subGroupsOf(next)).toEqual(['one']);
  });

  test('is not undone after thirty days, nor twice, nor by anybody else', async () => {
    const id = await person('Late');
    expect((await leave(administrator, 'reactivatePerson', id)).__typename).toBe('NotFoundRefusal');
    await leave(administrator, 'deactivatePerson', id);
    expect((await leave(administrator, 'deactivatePerson', id)).__typename).toBe('NotFoundRefusal');
    await hub.database.query(`update departure set left_at = now() - interval '31 days' where person_id = $1`, [id]);
    expect((await leave(administrator, 'reactivatePerson', id)).message).toContain('more than 30 days ago');
    const { errors } = await chair.send(
      'mutation ($id: ID!) { deactivatePerson(input: { personId: $id }) { __typename } }',
      {
        id: encodeId('Person', await person()),
      },
    );
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  test('needs a fresh sign-in', async () => {
    await hub.database.query(`update session set authenticated_at = now() - interval '1 hour' where person_id = $1`, [
      administratorId,
    ]);
    expect((await leave(administrator, 'deactivatePerson', await person())).__typename).toBe('SignInAgainRefusal');
    await hub.database.query('update session set authenticated_at = now() where person_id = $1', [administratorId]);
  });
});
