import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let ana: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  ana = await hub.as('ana.reyes');
});
afterAll(() => hub.close());

interface Seat {
  role: string;
  endsOn: string | null;
  person: { fullName: string; email: string } | null;
  subGroup: { slug: string } | null;
}
interface Focus {
  slug: string;
  subGroups: { slug: string }[];
}

async function statementsOf(client: GraphqlClient, query: string): Promise<number> {
  await client.query(query);
  let count = 0;
  const stop = hub.database.onStatement((text) => (count += text.includes('from session') ? 0 : 1));
  await client.query(query);
  stop();
  return count;
}

describe('the workgroup', () => {
  test('knows its history', async () => {
    const { workgroup } = await ana.query(`{
      workgroup {
        name startedOn endedOn values successor { name }
        convener { abbreviation }
        subGroups { slug kind prefix }
        focusItems { slug }
        predecessor { slug name startedOn endedOn successor { name } subGroups { name kind endedOn } focusItems { slug } }
      }
    }`);
    expect(workgroup).toMatchObject({
      name: 'Statewide Overdose Safety Workgroup',
      endedOn: null,
      values: 'Equity, justice, collective action',
      successor: null,
      convener: { abbreviation: 'CDPH' },
      subGroups: [
        { slug: 'harm-reduction', kind: 'SUB_GROUP', prefix: 'HR' },
        { slug: 'upstream-prevention', kind: 'SUB_GROUP', prefix: 'UP' },
        { slug: 'public-safety', kind: 'SUB_GROUP', prefix: 'PS' },
      ],
      predecessor: {
        slug: 'statewide-opioid-safety-workgroup',
        startedOn: '2014-04-01',
        endedOn: '2021-02-28',
        successor: { name: 'Statewide Overdose Safety Workgroup' },
        focusItems: [],
      },
    });
    expect(workgroup.focusItems).toHaveLength(10);
    expect(workgroup.predecessor.subGroups).toHaveLength(4);
    expect(workgroup.predecessor.subGroups[0]).toMatchObject({ kind: 'TASK_FORCE', endedOn: '2021-02-28' });
  });

  test('an earlier body is found by its slug, an unknown one is not', async () => {
    const { earlier, unknown } = await ana.query(`{
      earlier: workgroup(slug: "statewide-opioid-safety-workgroup") { name }
      unknown: workgroup(slug: "nothing") { name }
    }`);
    expect(earlier.name).toBe('Statewide Opioid Safety Workgroup');
    expect(unknown).toBeNull();
  });

  test('its own seats are those without a sub-group, chairs first', async () => {
    const { workgroup } = await ana.query(
      '{ workgroup { seats { role person { fullName } alternate { fullName } agency { key } subGroup { slug } workgroup { slug } } } }',
    );
    const roles = workgroup.seats.map((seat: Seat) => seat.role);
    expect(roles.slice(0, 2)).toEqual(['CHAIR', 'CO_CHAIR']);
    expect(workgroup.seats.every((seat: Seat) => seat.subGroup === null)).toBe(true);
    expect(workgroup.seats[0]).toMatchObject({ person: { fullName: 'Jordan Whitfield' }, agency: { key: 'cdph' } });
  });
});

describe('focus items', () => {
  test('ten of them in sixteen listings; a shared one is one thing with several sub-groups', async () => {
    const { focusItems } = await ana.query('{ focusItems { id slug position isShared subGroups { slug } } }');
    expect(focusItems).toHaveLength(10);
    expect(focusItems.flatMap((focus: Focus) => focus.subGroups)).toHaveLength(16);
    expect(focusItems.find((focus: Focus) => focus.slug === 'one-communication-plan')).toMatchObject({
      isShared: true,
      subGroups: [{ slug: 'harm-reduction' }, { slug: 'upstream-prevention' }, { slug: 'public-safety' }],
    });
    const { node } = await ana.query('query ($id: ID!) { node(id: $id) { ... on FocusItem { slug isShared } } }', {
      id: focusItems[0].id,
    });
    expect(node).toEqual({ slug: focusItems[0].slug, isShared: focusItems[0].isShared });
  });
});

describe('a sub-group', () => {
  const page = `{
    subGroup(slug: "public-safety") {
      id name kind workgroup { name }
      focusItems { slug isShared subGroups { name } }
      seats { id role startsOn endsOn agency { shortName parent { name } } person { fullName initials agency { key } } alternate { fullName } }
      filledSeatCount
      formerSeats { role endsOn person { fullName } }
      viewerMayChair
    }
  }`;

  test('shows its focus items, running seats with vacant ones, and who was there before', async () => {
    const { subGroup } = await ana.query(page);
    expect(subGroup.focusItems).toHaveLength(7);
    const vacant = subGroup.seats.filter((seat: Seat) => seat.person === null);
    expect(vacant).toHaveLength(1);
    expect(subGroup.filledSeatCount).toBe(subGroup.seats.length - vacant.length);
    expect(subGroup.seats[0].role).toBe('CHAIR');
    expect(subGroup.formerSeats).toEqual([]);
  });

  test('remembers who was there before', async () => {
    const { subGroup, hub: answer } = await ana.query(
      '{ subGroup(slug: "harm-reduction") { formerSeats { endsOn person { fullName } } seats { person { fullName } } } hub { today } }',
    );
    expect(subGroup.formerSeats).toEqual([{ endsOn: expect.any(String), person: { fullName: 'Rosa Delgado' } }]);
    expect(subGroup.formerSeats[0].endsOn < answer.today).toBe(true);
    expect(subGroup.seats.map((seat: Seat) => seat.person?.fullName)).not.toContain('Rosa Delgado');
  });

  test('its page takes nine statements at most, whatever the number of seats', async () => {
    expect(await statementsOf(ana, page)).toBeLessThanOrEqual(9);
  });

  test('is chaired by its chair and the workgroup’s, and by nobody else', async () => {
    const { subGroup } = await ana.query('{ subGroup(slug: "public-safety") { seats { role person { email } } } }');
    const chair = subGroup.seats.find((seat: Seat) => seat.role === 'CHAIR').person.email.split('@')[0];
    const mayChair = async (who: string) =>
      (await (await hub.as(who)).query('{ subGroup(slug: "public-safety") { viewerMayChair } }')).subGroup
        .viewerMayChair;
    expect(await mayChair(chair)).toBe(true);
    expect(await mayChair('jordan.whitfield')).toBe(true);
    expect(await mayChair('ana.reyes')).toBe(false);
    expect(await mayChair('sam.kimura')).toBe(false);
  });

  test('a seat is a node, a slug in other letters is none of ours', async () => {
    const { subGroup } = await ana.query('{ subGroup(slug: "public-safety") { seats { id role } } }');
    const { node } = await ana.query('query ($id: ID!) { node(id: $id) { id ... on Seat { role agency { key } } } }', {
      id: subGroup.seats[0].id,
    });
    expect(node).toMatchObject({ id: subGroup.seats[0].id, role: subGroup.seats[0].role });
    const { odd } = await ana.query('query ($slug: String!) { odd: subGroup(slug: $slug) { id } }', {
      slug: "public-safety'; --",
    });
    expect(odd).toBeNull();
  });

  test('is seen only by who is signed in', async () => {
    const { errors } = await (await hub.as('nobody')).send('{ subGroup(slug: "public-safety") { name } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});
