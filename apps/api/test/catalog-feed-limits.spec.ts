import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ActivityRecorder } from '@sos/activity-server';
import { importCatalog } from '@sos/catalog-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { catalog, dataset } from './support/catalog-feed';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let server: Server;
let address: string;
let administrator: GraphqlClient;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  const large = catalog(dataset(1), ...Array.from({ length: 12 }, () => ({ title: 'x'.repeat(1024 * 1024) })));
  server = createServer(async ({ url }, response) => {
    if (url === '/large') return void response.end(large);
    await delay(1_500);
    response.end(catalog(dataset(1)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [row] = await hub.database.query(`select person_id as id from role_grant where role = 'administrator' limit 1`);
  administrator = await hub.as(row!.id as string);
});
afterAll(async () => {
  await hub.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const limit = async (input: object) =>
  (
    await administrator.query(
      `mutation ($input: LimitCatalogFeedInput!) { result: limitCatalogFeed(input: $input) { __typename
         ... on LimitCatalogFeedSuccess { feed { key title limits { megabytes seconds areUsual version } } }
         ... on StaleFeedLimitsRefusal { message current { megabytes seconds version } }
         ... on InvalidInputRefusal { fields { path message } } } }`,
      { input: { expectedVersion: 0, ...input } },
    )
  ).result;
/** As the web imports it, except that this machine's own address may be read. */
const importFrom = (feedKey: string, path: string) =>
  importCatalog(hub.database, new ActivityRecorder(), {
    feedKey,
    input: { kind: 'url', url: address + path, limits: { publicOnly: false } },
    dryRun: false,
    actor: null,
  });

describe('the limits of a feed', () => {
  test('are the usual until an administrator raises them, and hold for the import by address', async () => {
    await expect(importFrom('large', '/large')).rejects.toThrow('larger than 10 MB');
    expect(await limit({ feedKey: 'large', megabytes: 13 })).toMatchObject({
      feed: { key: 'large', limits: { megabytes: 13, seconds: 30, areUsual: false, version: 1 } },
    });
    expect(await importFrom('large', '/large')).toMatchObject({ added: 1 });
    // What another feed was given says nothing of this one.
    await expect(importFrom('large-too', '/large')).rejects.toThrow('larger than 10 MB');
  });

  test('can be lowered, in size and in time, and go back to the usual', async () => {
    expect(await importFrom('small', '/slow')).toMatchObject({ added: 1 });
    await limit({ feedKey: 'small', seconds: 1 });
    await expect(importFrom('small', '/slow')).rejects.toThrow('within 1 seconds');
    await limit({ feedKey: 'small', expectedVersion: 1, megabytes: 1 });
    await expect(importFrom('small', '/large')).rejects.toThrow('larger than 1 MB');
    const { feed } = await limit({ feedKey: 'small', expectedVersion: 2 });
    expect(feed.limits).toEqual({ megabytes: 10, seconds: 30, areUsual: true, version: 3 });
    expect(await importFrom('small', '/slow')).toMatchObject({ unchanged: 1 });
  });

  test('make a new feed, which takes its publisher’s name with its first import', async () => {
    expect((await limit({ feedKey: 'unread', seconds: 60 })).feed.title).toBe('unread');
    await importFrom('unread', '/slow');
    const { catalogFeeds } = await administrator.query('{ catalogFeeds { key title limits { seconds } } }');
    expect(catalogFeeds).toContainEqual({
      key: 'unread',
      title: 'Example Health Department',
      limits: { seconds: 60 },
    });
  });

  test.each<[string, object, string]>([
    ['more than 200 MB', { megabytes: 201 }, 'megabytes'],
    ['nothing', { megabytes: 0 }, 'megabytes'],
    ['more than ten minutes', { seconds: 601 }, 'seconds'],
    ['a time before now', { seconds: -1 }, 'seconds'],
    ['the curated catalog', { feedKey: 'hub', seconds: 60 }, 'feedKey'],
    ['a wrong key', { feedKey: 'No Key', seconds: 60 }, 'feedKey'],
    ['a version that never was', { feedKey: 'never', seconds: 60, expectedVersion: 4 }, 'expectedVersion'],
  ])('are not %s', async (_name, input, path) => {
    const { fields } = await limit({ feedKey: 'bounded', ...input });
    expect(fields.map((field: { path: string }) => field.path)).toEqual([path]);
    expect(await hub.database.query(`select from catalog_feed where key in ('bounded', 'never')`)).toEqual([]);
  });

  test('the table itself takes no more than the bounds', async () => {
    const write = (column: string, value: number) =>
      hub.database.query(`update catalog_feed set ${column} = $1 where key = 'large'`, [value]);
    await expect(write('most_megabytes', 201)).rejects.toMatchObject({ code: '23514' });
    await expect(write('most_seconds', 601)).rejects.toMatchObject({ code: '23514' });
  });

  test('of two who change them at once one is told what the other set, and the trail has one entry', async () => {
    const answers = await Promise.all([20, 30].map((megabytes) => limit({ feedKey: 'contested', megabytes })));
    const names = answers.map(({ __typename }) => __typename).sort();
    expect(names).toEqual(['LimitCatalogFeedSuccess', 'StaleFeedLimitsRefusal']);
    const stale = answers.find(({ current }) => current);
    const done = answers.find(({ feed }) => feed);
    expect(stale.current).toMatchObject({ megabytes: done.feed.limits.megabytes, version: 1 });
    const entries = await hub.database.query(
      `select action, detail, before, after, actor_id is not null as "isSigned" from audit_entry
       where subject_type = 'CatalogFeed' and after ->> 'feedKey' = 'contested'`,
    );
    const { megabytes } = done.feed.limits;
    expect(entries).toEqual([
      {
        action: 'changed the limits of',
        detail: `From 10 MB and 30 seconds to ${megabytes} MB and 30 seconds.`,
        before: { feedKey: 'contested', megabytes: null, seconds: null },
        after: { feedKey: 'contested', megabytes, seconds: null },
        isSigned: true,
      },
    ]);
  });
});
