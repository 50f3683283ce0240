import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ActivityRecorder } from '@sos/activity-server';
import { encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let ana: GraphqlClient;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  ana = await hub.as('ana.reyes');
});
afterAll(() => hub.close());

interface Entry {
  id: string;
  occurredAt: string;
  actorLabel: string;
  action: string;
  subjectLabel: string;
  subjectPath: string | null;
}
interface Feed {
  edges: { cursor: string; node: Entry }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const feed = async (variables: object): Promise<Feed> =>
  (
    await ana.query(
      `query ($subjectId: ID, $subGroupSlug: String, $first: Int, $after: String) {
        activity(subjectId: $subjectId, subGroupSlug: $subGroupSlug, first: $first, after: $after) {
          edges { cursor node { id occurredAt actorLabel actor { fullName agency { abbreviation } } action subjectType subjectLabel subjectPath detail } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      variables,
    )
  ).activity;
const nodesOf = (connection: Feed): Entry[] => connection.edges.map(({ node }) => node);

test('the workgroup’s feed is latest first, and a line says who did what to which thing', async () => {
  const entries = nodesOf(await feed({ first: 50 }));
  const times = entries.map(({ occurredAt }) => occurredAt);
  expect(times).toEqual(times.toSorted().toReversed());
  const posted = entries.find(({ action }) => action.startsWith('posted'))!;
  expect(posted).toMatchObject({
    subjectType: 'ActionItem',
    subjectPath: expect.stringMatching(/^\/items\/(HR|UP|PS)-\d+$/),
    detail: expect.any(String),
    actor: { fullName: posted.actorLabel },
  });
});

test('pages follow each other without a gap or a repetition, even while new entries come', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 4; page += 1) {
    const connection: Feed = await feed({ first: 15, after });
    seen.push(...nodesOf(connection).map(({ id }) => id));
    after = connection.pageInfo.endCursor;
    await record({ subjectLabel: 'Something new' });
  }
  expect(new Set(seen).size).toBe(60);
});

test('a sub-group’s feed shows the work on every focus that it carries', async () => {
  const shared = await itemWithFocus('one-communication-plan');
  for (const subGroupSlug of ['harm-reduction', 'upstream-prevention', 'public-safety']) {
    const entries = nodesOf(await feed({ subGroupSlug, first: 200 }));
    expect(entries.some(({ subjectPath }) => subjectPath === `/items/${shared}`)).toBe(true);
  }
  const own = await itemWithFocus('fewer-deaths-through-harm-reduction');
  const others = nodesOf(await feed({ subGroupSlug: 'public-safety', first: 200 }));
  expect(others.some(({ subjectPath }) => subjectPath === `/items/${own}`)).toBe(false);
});

test('one thing’s feed is its own history', async () => {
  const [item] = await hub.database.query(`select id, title from action_item where reference = 'UP-2'`);
  const entries = nodesOf(await feed({ subjectId: encodeId('ActionItem', item!.id) }));
  expect(entries).toHaveLength(6);
  expect(entries.at(-1)).toMatchObject({ action: 'opened', subjectLabel: item!.title });
});

test('what is only for the audit trail is in no feed and no node', async () => {
  await record({ visibleInFeed: false, subjectLabel: 'Hidden' });
  expect(nodesOf(await feed({ first: 200 })).some(({ subjectLabel }) => subjectLabel === 'Hidden')).toBe(false);
  const [hidden] = await hub.database.query<{ hex: string }>(
    `select lpad(to_hex(id), 12, '0') as hex from audit_entry where subject_label = 'Hidden'`,
  );
  const { node } = await ana.query('query ($id: ID!) { node(id: $id) { id } }', {
    id: encodeId('ActivityEntry', `00000000-0000-0000-0000-${hidden!.hex}`),
  });
  expect(node).toBeNull();
});

test('an entry is a node; the hub itself is nobody', async () => {
  await record({ subjectLabel: 'By the hub' }, false);
  const entry = nodesOf(await feed({ first: 1 }))[0]!;
  expect(entry).toMatchObject({ actor: null, actorLabel: 'The hub', subjectLabel: 'By the hub' });
  const { node } = await ana.query('query ($id: ID!) { node(id: $id) { id ... on ActivityEntry { subjectLabel } } }', {
    id: entry.id,
  });
  expect(node).toEqual({ id: entry.id, subjectLabel: 'By the hub' });
});

test.each([
  { subjectId: 'nonsense' },
  { subjectId: encodeId('ActionItem', '00000000-0000-4000-8000-000000000000') },
  { subGroupSlug: 'nothing' },
  { subGroupSlug: 'x'.repeat(100_000) },
])('an unknown thing has an empty feed (%#)', async (variables) => {
  expect((await feed(variables)).edges).toEqual([]);
});

test('a feed takes the same number of statements whatever its length', async () => {
  const count = async (first: number) => {
    let statements = 0;
    const stop = hub.database.onStatement((text) => (statements += text.includes('from session') ? 0 : 1));
    await feed({ first, subGroupSlug: 'public-safety' });
    stop();
    return statements;
  };
  await count(1);
  expect(await count(50)).toBe(await count(5));
});

test('who is not signed in sees no feed', async () => {
  const { errors } = await (await hub.as('nobody')).send('{ activity { edges { cursor } } }');
  expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

async function itemWithFocus(slug: string): Promise<string> {
  const [item] = await hub.database.query<{ reference: string }>(
    'select i.reference from action_item i join focus_item f on f.id = i.focus_item_id where f.slug = $1 order by 1 limit 1',
    [slug],
  );
  return item!.reference;
}

async function record(entry: { subjectLabel: string; visibleInFeed?: boolean }, byAPerson = true): Promise<void> {
  const [person] = await hub.database.query<{ id: string }>(`select id from person where email like 'ana.reyes@%'`);
  await hub.database.transaction((transaction) =>
    new ActivityRecorder().record(transaction, byAPerson ? { personId: person!.id, fullName: 'Ana Reyes' } : null, {
      action: 'changed',
      subjectType: 'Goal',
      subjectId: '00000000-0000-4000-8000-000000000001',
      ...entry,
    }),
  );
}
