import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildAgency, buildPerson, buildRole } from '@sos/identity-server/testing';
import { addDays, Calendar } from '@sos/platform-server';
import { buildSeat, buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { startTestHub, type TestHub } from './support/test-hub';

const today = new Calendar('America/Los_Angeles').today();
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

let hub: TestHub;
let agencyId: string;
let workgroupId: string;
let subGroupId: string;
beforeAll(async () => {
  hub = await startTestHub();
  agencyId = await buildAgency(hub.database, { key: 'cdph', shortName: 'Public Health' });
  workgroupId = await buildWorkgroup(hub.database);
  subGroupId = await buildSubGroup(hub.database, workgroupId, { slug: 'harm-reduction' });
});
afterAll(() => hub.close());

const viewerOf = async (personId: string) => {
  const client = await hub.as(personId);
  const { viewer } = await client.query(
    `{ viewer { isStaff isAdministrator isWorkgroupChair chairedSubGroupSlugs subGroupSlugs dataStewardAgencyIds affiliation } }`,
  );
  return viewer;
};
const person = () => buildPerson(hub.database, { agencyId });
const nothing = {
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupSlugs: [],
  subGroupSlugs: [],
  dataStewardAgencyIds: [],
  affiliation: 'Public Health',
};

describe('a seat gives its role while its term runs', () => {
  test.each([
    ['since long', { startsOn: '2020-01-01' }, true],
    ['from today', { startsOn: today }, true],
    ['until today', { startsOn: '2020-01-01', endsOn: today }, true],
    ['until yesterday', { startsOn: '2020-01-01', endsOn: yesterday }, false],
    ['from tomorrow', { startsOn: tomorrow }, false],
  ])('%s', async (_when, term, runs) => {
    const chair = await person();
    await buildSeat(hub.database, { workgroupId, subGroupId, agencyId, personId: chair, role: 'co_chair', ...term });
    await buildSeat(hub.database, { workgroupId, agencyId, personId: chair, role: 'chair', ...term });
    expect(await viewerOf(chair)).toEqual(
      runs
        ? {
            ...nothing,
            isWorkgroupChair: true,
            chairedSubGroupSlugs: ['harm-reduction'],
            subGroupSlugs: ['harm-reduction'],
            affiliation: 'Chair, Public Health',
          }
        : nothing,
    );
  });
});

test('bodies that have ended give no role', async () => {
  const former = await person();
  const oldWorkgroup = await buildWorkgroup(hub.database, { endedOn: '2021-02-28' });
  const oldSubGroup = await buildSubGroup(hub.database, workgroupId, { endedOn: yesterday });
  await buildSeat(hub.database, { workgroupId: oldWorkgroup, agencyId, personId: former, role: 'chair' });
  await buildSeat(hub.database, { workgroupId, subGroupId: oldSubGroup, agencyId, personId: former, role: 'chair' });
  expect(await viewerOf(former)).toEqual(nothing);
});

test('an alternate has a seat, and leads nothing', async () => {
  const alternateId = await person();
  const seat = { workgroupId, agencyId, personId: await person(), alternateId, role: 'chair' as const };
  await buildSeat(hub.database, { ...seat, subGroupId });
  await buildSeat(hub.database, seat);
  expect(await viewerOf(alternateId)).toEqual({
    ...nothing,
    subGroupSlugs: ['harm-reduction'],
    affiliation: 'Representative, Public Health',
  });
});

describe('a granted role', () => {
  test('holds while its term runs', async () => {
    const everything = await person();
    await buildRole(hub.database, everything, { role: 'staff' });
    await buildRole(hub.database, everything, { role: 'administrator', startsOn: today });
    await buildRole(hub.database, everything, { role: 'data_steward', agencyId, endsOn: today });
    const viewer = await viewerOf(everything);
    expect(viewer).toMatchObject({ isStaff: true, isAdministrator: true });
    expect(viewer.dataStewardAgencyIds).toHaveLength(1);
  });

  test('neither before nor after', async () => {
    const nobodyYet = await person();
    await buildRole(hub.database, nobodyYet, { role: 'staff', startsOn: tomorrow });
    await buildRole(hub.database, nobodyYet, { role: 'administrator', endsOn: yesterday });
    await buildRole(hub.database, nobodyYet, { role: 'data_steward', agencyId, endsOn: yesterday });
    expect(await viewerOf(nobodyYet)).toEqual(nothing);
  });
});

describe('a session is nobody’s', () => {
  test('when the person is deactivated', async () => {
    const gone = await buildPerson(hub.database, { agencyId, isDeactivated: true });
    expect(await viewerOf(gone)).toBeNull();
  });

  test('when it has expired', async () => {
    const late = await person();
    const client = await hub.as(late);
    await hub.database.query(`update session set expires_at = now() where person_id = $1`, [late]);
    expect((await client.query('{ viewer { affiliation } }')).viewer).toBeNull();
  });

  test('when the cookie is none of ours', async () => {
    for (const cookie of ['sos_session=', 'sos_session=abc', `sos_session=${'x'.repeat(4_000)}`]) {
      const response = await fetch(`${hub.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ query: '{ viewer { affiliation } }' }),
      });
      expect(await response.json()).toEqual({ data: { viewer: null } });
    }
  });
});

test('the viewer is read by one statement, and remembered for the requests of a page', async () => {
  const client = await hub.as(await person());
  const statements: string[] = [];
  const stop = hub.database.onStatement((text) => statements.push(text));
  await Promise.all(Array.from({ length: 10 }, () => client.query('{ hub { name } }')));
  stop();
  expect(statements).toHaveLength(1);
});
