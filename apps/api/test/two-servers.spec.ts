import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, GraphqlClient } from '@sos/platform-testing';
import {
  encodeId,
  Outbox,
  OutboxHandlers,
  OutboxWorker,
  ScheduledWork,
  Scheduler,
  sessionsEndedChannel,
  type Database,
} from '@sos/platform-server';
import { openDatabase } from '../src/open-database';
import { LiveClient } from './support/live-client';
import { buildMatrixWorld, type MatrixWorld } from './support/matrix-world';
import { startTestHub, type TestHub } from './support/test-hub';

describe('two servers on one PostgreSQL', () => {
  let first: TestHub;
  let second: TestHub;
  let world: MatrixWorld;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    const environment = { SIGN_IN_LINKS_PER_ADDRESS: '3' };
    first = await startTestHub({ environment });
    second = await startTestHub({ environment, beside: first });
    world = await buildMatrixWorld(first);
  });
  afterEach(() => open.splice(0).forEach((client) => client.close()));
  afterAll(async () => {
    await second.close();
    await first.close();
  });

  const ask = async (hub: TestHub, cookie: string, query: string) => {
    const answer = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()) as { data: { viewer?: { person: { fullName: string } } | null } };
  };
  const watch = async (hub: TestHub, cookie: string) => {
    const client = new LiveClient(hub.address, cookie);
    open.push(client);
    return client.connected();
  };
  const postOn = async (hub: TestHub) => {
    const { id } = await world.freshItem();
    const client = await hub.as('lead');
    await client.query('mutation ($input: PostUpdateInput!) { postUpdate(input: $input) { __typename } }', {
      input: { actionItemId: id, expectedVersion: 1, status: 'IN_PROGRESS', note: 'It goes on.' },
    });
    return id;
  };
  const untilTold = (client: LiveClient, id: string, milliseconds?: number) =>
    client.until(({ told }) => told.some(({ subjectId }) => subjectId === id), milliseconds);
  /** The protocol does not say when a subscription is in place: it is once something has been told. */
  const settled = async (client: LiveClient, hub: TestHub) => {
    for (let attempt = 0; client.told.length === 0 && attempt < 50; attempt += 1) {
      await postOn(hub);
      await client.until(({ told }) => told.length > 0, 300).catch(() => undefined);
    }
  };

  test('a session from one works on the other, and ends on both', async () => {
    const cookie = await first.cookieOf('lead');
    const who = '{ viewer { person { fullName } } }';
    expect((await ask(second, cookie, who)).data.viewer).toEqual({ person: { fullName: 'lead' } });
    const socket = await watch(second, cookie);
    await ask(first, cookie, 'mutation { signOut { signedOut } }');
    await socket.until(({ closing }) => closing !== null, 5_000);
    expect(socket.closing).toMatchObject({ code: 4401 });
    expect((await ask(first, cookie, who)).data.viewer).toBeNull();
    expect((await ask(second, cookie, who)).data.viewer).toBeNull();
  });

  test('signing out everywhere closes every socket at once, on whichever server; other people’s stay', async () => {
    // Both have begun to listen when this one does.
    for (const hub of [first, second]) await hub.database.listen(sessionsEndedChannel, { heard: () => undefined });
    const others = await watch(second, await first.cookieOf('supporting'));
    const [here, there] = [await first.cookieOf('lead'), await first.cookieOf('lead')];
    const sockets = [await watch(first, here), await watch(second, here), await watch(second, there)];
    await ask(first, here, 'mutation { signOutEverywhere { ended } }');
    // The check that would find them in any case comes later than this.
    await Promise.all(sockets.map((socket) => socket.until(({ closing }) => closing !== null, 800)));
    expect(sockets.map(({ closing }) => closing?.code)).toEqual([4401, 4401, 4401]);
    const who = '{ viewer { person { fullName } } }';
    expect((await ask(second, there, who)).data.viewer).toBeNull();
    expect(others.closing).toBeNull();
  });

  test('ending one session closes its sockets at once, and leaves those of the session that asked', async () => {
    for (const hub of [first, second]) await hub.database.listen(sessionsEndedChannel, { heard: () => undefined });
    const [here, there] = [await first.cookieOf('lead'), await first.cookieOf('lead')];
    const staying = await watch(second, here);
    const going = await watch(second, there);
    const client = new GraphqlClient(first.address, here);
    const { mySessions } = await client.query('{ mySessions { id isCurrent startedAt } }');
    const latestOther = mySessions
      .filter(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
      .sort((a: { startedAt: string }, b: { startedAt: string }) => b.startedAt.localeCompare(a.startedAt))[0];
    await client.query('mutation ($id: ID!) { endMySession(id: $id) { __typename } }', { id: latestOther.id });
    await going.until(({ closing }) => closing !== null, 800);
    expect(going.closing).toMatchObject({ code: 4401 });
    expect(staying.closing).toBeNull();
  });

  test('a change on one reaches whoever watches on the other within a second', async () => {
    const socket = await watch(second, await second.cookieOf('supporting'));
    await settled(socket, first);
    for (let time = 0; time < 5; time += 1) await untilTold(socket, await postOn(first), 1_000);
  });

  test('a server whose listening connection was cut tells what it has missed', async () => {
    const socket = await watch(second, await second.cookieOf('supporting'));
    await settled(socket, first);
    // The change is committed when nobody listens any more, and before anybody could listen again.
    const [missed] = await first.database.asOwner((owner) =>
      owner.query(
        `with cut as materialized (
           select count(*) filter (where pg_terminate_backend(pid)) as count from pg_stat_activity
           where datname = current_database() and application_name = 'sos-hub listener')
         insert into audit_entry (actor_label, action, subject_type, subject_id, subject_label)
         select 'The hub', 'opened', 'ActionItem', gen_random_uuid(), 'Item' from cut where cut.count > 0
         returning subject_id as id`,
      ),
    );
    await untilTold(socket, encodeId('ActionItem', missed.id));
    await untilTold(socket, await postOn(first));
  });

  test('an outbox entry goes out once, whichever server wrote it', async () => {
    const delivered: string[] = [];
    const hubs = [first, second];
    for (const hub of hubs) {
      hub.application
        .get(OutboxHandlers)
        .register('test.word', async ({ word }: { word: string }) => void delivered.push(word));
      await hub.application.get(OutboxWorker).start();
    }
    const words = Array.from({ length: 30 }, (_, number) => `word ${number}`);
    await Promise.all(
      words.map((word, place) =>
        hubs[place % 2]!.database.transaction((transaction) =>
          first.application.get(Outbox).add(transaction, 'test.word', { word }),
        ),
      ),
    );
    await Promise.all(hubs.map((hub) => hub.deliverOutbox()));
    await eventually(async () => {
      const [left] = await first.database.query(
        `select count(*) as count from outbox_entry where delivered_at is null`,
      );
      expect(left).toEqual({ count: 0 });
    });
    expect(delivered.sort()).toEqual(words.sort());
  });

  test('a task that is due runs on one of them', async () => {
    const runs: string[] = [];
    for (const [name, hub] of Object.entries({ first, second })) {
      hub.application
        .get(ScheduledWork)
        .register({ name: 'count', when: '5 4 * * *', run: async () => void runs.push(name) });
      await hub.application.get(Scheduler).start();
    }
    await first.application.get(Scheduler).runSoon('count');
    for (const hub of [first, second]) hub.application.get(Scheduler).look('count');
    await eventually(async () => {
      const jobs = await first.database.query(`select state::text as state from pgboss.job where name = 'count'`);
      expect(jobs).toEqual([{ state: 'completed' }]);
    });
    expect(runs).toHaveLength(1);
  });

  test('a server that stops says so to its sockets, and the others go on', async () => {
    const third = await startTestHub({ beside: first });
    const [leaves, stays] = [
      await watch(third, await first.cookieOf('supporting')),
      await watch(second, await first.cookieOf('supporting')),
    ];
    await third.close();
    await leaves.until(({ closing }) => closing !== null);
    expect(leaves.closing).toMatchObject({ code: 1012 });
    expect(stays.closing).toBeNull();
  });

  test('what is limited for an address is limited on both together', async () => {
    const before = await linksWanted(first.database);
    for (const hub of [first, second, first, second]) {
      await (await hub.as('nobody')).query('mutation { requestSignInLink(email: "lead@example.org") { __typename } }');
    }
    expect((await linksWanted(first.database)) - before).toBe(3);
  });
});

test('servers that start at the same time migrate one after the other', async () => {
  const testDatabase = await createTestDatabase('hub_empty_schema', async () => undefined);
  const open = () => openDatabase({ databaseUrl: testDatabase.url, dataFolder: '', databasePoolSize: 2 });
  const servers = await Promise.all([open(), open(), open()]);
  const migrated = await Promise.all(servers.map((server) => server.migrate()));
  expect(migrated.filter((names) => names.length > 0)).toHaveLength(1);
  for (const server of servers) expect(await server.pendingMigrations()).toBe(false);
  await Promise.all(servers.map((server) => server.close()));
  await testDatabase.drop();
});

async function linksWanted(database: Database): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from outbox_entry where payload ->> 'email' = 'lead@example.org'`,
  );
  return row!.count;
}

/** Asks again until the expectation holds. */
async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await expectation();
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
