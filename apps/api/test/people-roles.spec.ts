import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { addDays, Calendar, encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let agencyId: string;
let otherAgencyId: string;
let today: string;
beforeAll(async () => {
  hub = await startTestHub();
  today = hub.application.get(Calendar).today();
  agencyId = await buildAgency(hub.database, { key: 'cdph' });
  otherAgencyId = await buildAgency(hub.database, { key: 'dhcs' });
});
afterAll(() => hub.close());

/** An administrator for each test, and none besides: whether the last one stays is about all of them. */
let administratorId: string;
let administratorRoleId: string;
let administrator: GraphqlClient;
beforeEach(async () => {
  await hub.database.query(`delete from role_grant where role = 'administrator'`);
  administratorId = await buildPerson(hub.database, { agencyId, fullName: 'Ada Admin' });
  administratorRoleId = await buildRole(hub.database, administratorId, { role: 'administrator' });
  administrator = await hub.as(administratorId);
});

const person = (fullName = 'Robin Example') => buildPerson(hub.database, { agencyId, fullName });

const roleParts = `__typename
  ... on RoleSuccess { roleGrant { id role state startsOn endsOn version grantedAt agency { key } grantedBy { fullName } } }
  ... on Refusal { message } ... on InvalidInputRefusal { fields { path } } ... on NotAllowedRefusal { whoCan }
  ... on StaleRoleRefusal { current { endsOn version } }`;
const act = async (client: GraphqlClient, name: string, type: string, input: object) =>
  (await client.query(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${roleParts} } }`, { input }))
    .result;
const grant = (client: GraphqlClient, personId: string, input: object) =>
  act(client, 'grantRole', 'GrantRoleInput', { personId: encodeId('Person', personId), ...input });
const end = (client: GraphqlClient, roleGrantId: string, expectedVersion = 1) =>
  act(client, 'endRole', 'EndRoleInput', { roleGrantId, expectedVersion });
const changeTerm = (client: GraphqlClient, roleGrantId: string, endsOn: string | null, expectedVersion = 1) =>
  act(client, 'changeRoleTerm', 'ChangeRoleTermInput', { roleGrantId, endsOn, expectedVersion });

const isStaff = async (client: GraphqlClient) => (await client.query('{ viewer { isStaff } }')).viewer.isStaff;

describe('giving a role', () => {
  test('holds at once, says who gave it, and stands in the trail', async () => {
    const id = await person();
    const client = await hub.as(id);
    expect(await isStaff(client)).toBe(false);
    const { roleGrant } = await grant(administrator, id, { role: 'STAFF' });
    expect(roleGrant).toMatchObject({
      role: 'STAFF',
      state: 'RUNNING',
      startsOn: today,
      endsOn: null,
      agency: null,
      grantedBy: { fullName: 'Ada Admin' },
    });
    expect(await isStaff(client)).toBe(true);
    const [entry] = await hub.database.query(
      `select action, actor_label, after from audit_entry where subject_id = $1 order by id desc limit 1`,
      [id],
    );
    expect(entry).toEqual({
      action: 'made staff',
      actor_label: 'Ada Admin',
      after: { role: 'staff', agency: null, startsOn: today, endsOn: null },
    });
  });

  test('for a term that is to begin, or has ended, gives nothing today', async () => {
    const id = await person();
    const client = await hub.as(id);
    const { roleGrant } = await grant(administrator, id, { role: 'STAFF', startsOn: addDays(today, 1) });
    expect(roleGrant.state).toBe('TO_BEGIN');
    await buildRole(hub.database, id, { role: 'staff', startsOn: '2020-01-01', endsOn: addDays(today, -1) });
    expect(await isStaff(client)).toBe(false);
    // The calendar alone lets the term begin: no job runs.
    await hub.database.query('update role_grant set starts_on = $2 where person_id = $1 and ends_on is null', [
      id,
      today,
    ]);
    expect(await isStaff(await hub.as(id))).toBe(true);
  });

  test('speaks for another agency with the role of representative, and for the own one without', async () => {
    const id = await person();
    const client = await hub.as(id);
    const waiting = async () => (await client.query('{ myWork { waitingOnYou { id } } }')).myWork.waitingOnYou.length;
    expect(await waiting()).toBe(0);
    const { roleGrant } = await grant(administrator, id, {
      role: 'REPRESENTATIVE',
      agencyId: encodeId('Agency', otherAgencyId),
    });
    expect(roleGrant.agency.key).toBe('dhcs');
    expect((await grant(administrator, id, { role: 'REPRESENTATIVE' })).fields).toEqual([{ path: 'agencyId' }]);
  });

  test('that is there already, to somebody who left, or for a term upside down is refused', async () => {
    const id = await person();
    await grant(administrator, id, { role: 'STAFF' });
    expect((await grant(administrator, id, { role: 'STAFF' })).fields).toEqual([{ path: 'role' }]);
    const gone = await buildPerson(hub.database, { agencyId, isDeactivated: true });
    expect((await grant(administrator, gone, { role: 'STAFF' })).__typename).toBe('NotFoundRefusal');
    const other = await person();
    const upsideDown = { role: 'STAFF', startsOn: addDays(today, 5), endsOn: addDays(today, 2) };
    expect((await grant(administrator, other, upsideDown)).fields).toEqual([{ path: 'endsOn' }]);
  });

  test('staff give roles for agencies, never those that decide over the hub', async () => {
    const staffId = await person('Sam Staff');
    await buildRole(hub.database, staffId, { role: 'staff' });
    const staff = await hub.as(staffId);
    for (const role of ['STAFF', 'ADMINISTRATOR']) {
      expect(await grant(staff, staffId, { role })).toMatchObject({
        __typename: 'NotAllowedRefusal',
        whoCan: expect.stringContaining('Administrators'),
      });
    }
    const steward = { role: 'DATA_STEWARD', agencyId: encodeId('Agency', agencyId) };
    expect((await grant(staff, staffId, steward)).__typename).toBe('RoleSuccess');
    expect((await end(staff, encodeId('RoleGrant', administratorRoleId))).__typename).toBe('NotAllowedRefusal');
  });

  test('is given once, however often the request arrives', async () => {
    const id = await person();
    const input = { role: 'STAFF', idempotencyKey: 'one-grant-of-staff' };
    const [first, second] = [await grant(administrator, id, input), await grant(administrator, id, input)];
    expect(second).toEqual(first);
    expect(await hub.database.query('select id from role_grant where person_id = $1', [id])).toHaveLength(1);
  });
});

describe('ending a role', () => {
  test('takes it at once; moving the last day back undoes it', async () => {
    const id = await person();
    const client = await hub.as(id);
    const { roleGrant } = await grant(administrator, id, { role: 'STAFF' });
    expect(await isStaff(client)).toBe(true);
    const ended = (await end(administrator, roleGrant.id)).roleGrant;
    expect(ended).toMatchObject({ state: 'ENDED', endsOn: addDays(today, -1), version: 2 });
    expect(await isStaff(client)).toBe(false);
    expect((await changeTerm(administrator, roleGrant.id, null, 2)).roleGrant.state).toBe('RUNNING');
    expect(await isStaff(client)).toBe(true);
  });

  test('that somebody changed since is refused with what holds now', async () => {
    const id = await person();
    const { roleGrant } = await grant(administrator, id, { role: 'STAFF' });
    await changeTerm(administrator, roleGrant.id, addDays(today, 30));
    expect(await end(administrator, roleGrant.id)).toMatchObject({
      __typename: 'StaleRoleRefusal',
      current: { version: 2, endsOn: addDays(today, 30) },
    });
  });

  test('needs a fresh sign-in', async () => {
    await hub.database.query(
      `update session set authenticated_at = now() - interval '16 minutes' where person_id = $1`,
      [administratorId],
    );
    const id = await person();
    expect((await grant(administrator, id, { role: 'STAFF' })).__typename).toBe('SignInAgainRefusal');
    expect((await end(administrator, encodeId('RoleGrant', administratorRoleId))).__typename).toBe(
      'SignInAgainRefusal',
    );
    expect(await hub.database.query('select from role_grant where person_id = $1', [id])).toHaveLength(0);
  });
});

describe('the last administrator', () => {
  const own = () => encodeId('RoleGrant', administratorRoleId);

  test('stays: the role is neither ended nor given a last day, and the person does not leave', async () => {
    expect((await end(administrator, own())).__typename).toBe('LastAdministratorRefusal');
    expect((await changeTerm(administrator, own(), addDays(today, 30))).__typename).toBe('LastAdministratorRefusal');
    const { result } = await administrator.query(
      `mutation ($id: ID!) { result: deactivatePerson(input: { personId: $id }) { __typename } }`,
      { id: encodeId('Person', administratorId) },
    );
    expect(result.__typename).toBe('LastAdministratorRefusal');
  });

  test('is not replaced by somebody whose term ends or who has left', async () => {
    const other = await person();
    const roleId = await buildRole(hub.database, other, { role: 'administrator', endsOn: addDays(today, 90) });
    expect((await end(administrator, own())).__typename).toBe('LastAdministratorRefusal');
    await hub.database.query('update role_grant set ends_on = null where id = $1', [roleId]);
    await hub.database.query('update person set deactivated_at = now() where id = $1', [other]);
    expect((await end(administrator, own())).__typename).toBe('LastAdministratorRefusal');
    await hub.database.query('update person set deactivated_at = null where id = $1', [other]);
    expect((await end(administrator, own())).__typename).toBe('RoleSuccess');
  });

  test('remains when two take each other’s role away at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await hub.database.query(`delete from role_grant where role = 'administrator'`);
      const ids = [await person('One'), await person('Two')] as const;
      const roleIds = [
        await buildRole(hub.database, ids[0], { role: 'administrator' }),
        await buildRole(hub.database, ids[1], { role: 'administrator' }),
      ] as const;
      const [one, two] = [await hub.as(ids[0]), await hub.as(ids[1])];
      // Whoever comes second is the last one, or, having lost the role by then, no administrator any more.
      const outcome = (ended: Promise<{ __typename: string }>) =>
        ended.then(
          ({ __typename }) => __typename,
          (error: Error) =>
            /Only the workgroup’s staff/.test(error.message) ? 'LastAdministratorRefusal' : error.message,
        );
      const answers = await Promise.all([
        outcome(end(one, encodeId('RoleGrant', roleIds[1]))),
        outcome(end(two, encodeId('RoleGrant', roleIds[0]))),
      ]);
      expect(answers.sort()).toEqual(['LastAdministratorRefusal', 'RoleSuccess']);
      const [left] = await hub.database.query<{ count: number }>(
        `select count(*)::integer as count from role_grant where role = 'administrator' and ends_on is null`,
      );
      expect(left!.count).toBe(1);
    }
  });
});

describe('people as administrators see them', () => {
  test('by name, agency, role and state, with roles of any term', async () => {
    const id = await buildPerson(hub.database, { agencyId: otherAgencyId, fullName: 'Quentin Unusual' });
    await buildRole(hub.database, id, { role: 'data_steward', agencyId: otherAgencyId });
    await buildRole(hub.database, id, { role: 'staff', endsOn: '2021-01-01' });
    await buildPerson(hub.database, { agencyId: otherAgencyId, fullName: 'Quentin Gone', isDeactivated: true });
    const names = async (args: string) =>
      (
        await administrator.query(`{ personRecords(${args}) { totalCount edges { node { person { fullName } } } } }`)
      ).personRecords.edges.map(({ node }: { node: { person: { fullName: string } } }) => node.person.fullName);
    expect(await names('text: "quentin"')).toEqual(['Quentin Gone', 'Quentin Unusual']);
    expect(await names('text: "quentin", state: LEFT')).toEqual(['Quentin Gone']);
    expect(await names('text: "quentin", role: DATA_STEWARD')).toEqual(['Quentin Unusual']);
    expect(await names('text: "quentin", role: STAFF')).toEqual([]);
    expect(await names('text: "quentin", role: NONE')).toEqual(['Quentin Gone']);
    expect(await names(`text: "quentin", agencyId: "${encodeId('Agency', agencyId)}"`)).toEqual([]);
    const { personRecord } = await administrator.query(
      `query ($id: ID!) { personRecord(personId: $id) { state undoUntil roles { role state agency { key } } seats { id } invitations { id } } }`,
      { id: encodeId('Person', id) },
    );
    expect(personRecord).toEqual({
      state: 'ACTIVE',
      undoUntil: null,
      roles: [
        { role: 'DATA_STEWARD', state: 'RUNNING', agency: { key: 'dhcs' } },
        { role: 'STAFF', state: 'ENDED', agency: null },
      ],
      seats: [],
      invitations: [],
    });
  });

  test('not by others, whose node of a role is nothing', async () => {
    const client = await hub.as(await person());
    const { errors } = await client.send('{ personRecords { totalCount } }');
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const node = `query ($id: ID!) { node(id: $id) { id } }`;
    const id = encodeId('RoleGrant', administratorRoleId);
    expect(await client.query(node, { id })).toEqual({ node: null });
    expect(await administrator.query(node, { id })).toEqual({ node: { id } });
  });
});
