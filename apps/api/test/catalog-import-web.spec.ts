import { once } from 'node:events';
import { createServer, request as httpRequest, type ClientRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { CatalogImportRuns } from '@sos/catalog-server';
import { encodeId, ScheduledWork, uuidOf } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { runCatalogImport } from '../src/commands/catalog-import';
import { catalog, dataset, many } from './support/catalog-feed';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let server: Server;
let address: string;
let staff: GraphqlClient;
let staffId: string;
let administratorId: string;

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/data.json') return response.end(catalog(dataset(1)));
    if (path === '/moved') return response.writeHead(302, { location: '/data.json' }).end();
    if (path === '/loop') return response.writeHead(302, { location: '/loop' }).end();
    if (path === '/away') return response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    if (path === '/broken') return response.writeHead(500, 'Oh no').end('{"dataset": []}');
    return response.writeHead(404).end('<html></html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [row] = await hub.database.query(`select person_id as id from role_grant where role = 'staff' limit 1`);
  staffId = row!.id as string;
  staff = await hub.as(staffId);
  const [other] = await hub.database.query(
    `select person_id as id from role_grant where role = 'administrator' limit 1`,
  );
  administratorId = other!.id as string;
});
afterAll(async () => {
  await hub.close();
  await new Promise((resolve) => server.close(resolve));
});

const command = async (path: string) => {
  const progress: string[] = [];
  const exitCode = await runCatalogImport(
    { location: address + path, source: 'by-address', dryRun: true },
    { settings: hub.settings, database: hub.database, calendar: undefined as never },
    { print: () => undefined, progress: (line) => progress.push(line) },
  );
  return [exitCode, progress.join('\n')];
};

test.each([
  ['/data.json', 0, '1 of 1'],
  ['/moved', 0, '1 of 1'],
  ['/loop', 1, 'redirects more than 5 times'],
  ['/away', 1, 'begins with https:// or http://'],
  ['/missing', 1, 'answered 404'],
  ['/broken', 1, 'answered 500 Oh no'],
])('the command line reads %s', async (path, exitCode, said) => {
  expect(await command(path)).toEqual([exitCode, expect.stringContaining(said)]);
});

const start = async (client: GraphqlClient, input: object) =>
  (
    await client.query(
      `mutation ($input: StartCatalogImportInput!) { result: startCatalogImport(input: $input) { __typename
          ... on StartCatalogImportSuccess { catalogImport { id state } } ... on InvalidInputRefusal { fields { path message } } } }`,
      { input },
    )
  ).result;
const follow = async (id: string) => {
  for (;;) {
    const { catalogImport } = await staff.query(
      `query ($id: ID!) { catalogImport(id: $id) { state failure processed total added unchanged rejected withProblems dryRun location
          startedBy { fullName } finishedAt problemCount problems(first: 1) { identifier path message } } }`,
      { id },
    );
    if (catalogImport.state !== 'RUNNING') return catalogImport;
    await new Promise((resolve) => setImmediate(resolve));
  }
};

test('staff import a chosen file and follow it', async () => {
  const content = catalog(...many(30), {});
  const { catalogImport } = await start(staff, { feedKey: 'chosen', content, fileName: 'C:\\feeds\\data.json' });
  const done = await follow(catalogImport.id);
  expect(done).toMatchObject({
    state: 'FINISHED',
    processed: 31,
    total: 31,
    added: 30,
    rejected: 1,
    problemCount: 1,
    location: 'data.json',
    failure: null,
    problems: [{ identifier: null, path: 'dataset.30.identifier' }],
  });
  expect(done.startedBy.fullName).toBeTruthy();
  const again = await start(staff, { feedKey: 'chosen', content });
  expect(await follow(again.catalogImport.id)).toMatchObject({ state: 'FINISHED', unchanged: 30 });
});

test('a feed may be imported again as soon as its import has finished, though its words are still being learned', async () => {
  await hub.database.transaction(async (transaction) => {
    await transaction.query('lock table catalog_word in share row exclusive mode');
    const first = await start(staff, { feedKey: 'soon-again', content: catalog(...many(2)) });
    expect(await follow(first.catalogImport.id)).toMatchObject({ state: 'FINISHED', added: 2 });
    const again = await start(staff, { feedKey: 'soon-again', content: catalog(...many(2)) });
    expect(await follow(again.catalogImport.id)).toMatchObject({ state: 'FINISHED', unchanged: 2 });
  });
});

type Body = NonNullable<RequestInit['body']>;

const send = async (person: string, body: Body, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${hub.address}/catalog/uploads`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(person === 'nobody' ? {} : { cookie: await hub.cookieOf(person) }),
      ...headers,
    },
    body,
    duplex: 'half',
  } as RequestInit);
  const { uploadId, errors } = (await answer.json()) as { uploadId?: string; errors?: { message: string }[] };
  return { status: answer.status, uploadId, message: errors?.[0]?.message };
};
/** Pieces without a length said beforehand. */
const pieces = (count: number, size: number) =>
  new ReadableStream({
    pull(controller) {
      if (count-- > 0) controller.enqueue(new Uint8Array(size).fill(32));
      else controller.close();
    },
  });

test('staff send a file of several megabytes and import it, once', async () => {
  const content = catalog(...many(12).map((one) => ({ ...one, description: 'Overdose. '.repeat(40_000) })));
  const sent = await send(staffId, content, { 'x-file-name': encodeURIComponent('C:\\feeds\\daten ü.json') });
  expect(sent).toMatchObject({ status: 201, uploadId: expect.any(String) });
  const { catalogImport } = await start(staff, { feedKey: 'sent', uploadId: sent.uploadId });
  expect(await follow(catalogImport.id)).toMatchObject({
    failure: null,
    state: 'FINISHED',
    added: 12,
    location: 'daten ü.json',
  });
  const again = await start(staff, { feedKey: 'sent-again', uploadId: sent.uploadId });
  expect(again.fields).toEqual([{ path: 'uploadId', message: expect.stringContaining('Send it again') }]);
  expect(await hub.database.query('select 1 from catalog_upload')).toEqual([]);
});

test('nobody imports what somebody else sent', async () => {
  const { uploadId } = await send(staffId, catalog(dataset(1)));
  const other = await start(await hub.as(administratorId), { feedKey: 'taken', uploadId });
  expect(other.fields).toEqual([{ path: 'uploadId', message: expect.anything() }]);
  const own = await start(staff, { feedKey: 'taken', uploadId });
  expect(own.__typename).toBe('StartCatalogImportSuccess');
  await follow(own.catalogImport.id);
});

test('who may not import is refused before anything is read', async () => {
  expect(await send('nobody', 'x')).toMatchObject({ status: 401 });
  expect(await send('ana.reyes', 'x')).toMatchObject({ status: 403 });
  // A megabyte more than the hub has read of it when it answers.
  expect(await send('ana.reyes', pieces(200, 65_536)).catch(() => ({ status: 403 }))).toMatchObject({ status: 403 });
  expect(await hub.database.query('select 1 from catalog_upload')).toEqual([]);
});

test.each<[string, () => Body, Record<string, string>, number]>([
  ['51 MB', () => new Uint8Array(51 * 1024 * 1024), {}, 413],
  ['51 MB that nobody announced', () => pieces(816, 65_536), {}, 413],
  ['nothing', () => '', {}, 400],
  ['a form', () => 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['another site’s file', () => 'x', { origin: 'https://evil.example' }, 403],
])('%s is not taken', async (_name, body, headers, status) => {
  // The hub hangs up on the rest of a file; where the client has not read the answer by then, it hears only that.
  const answer = await send(staffId, body(), headers).catch(() => ({ status, message: 'hung up' }));
  expect(answer).toMatchObject({ status, message: expect.anything() });
  expect(await hub.database.query('select 1 from catalog_upload')).toEqual([]);
});

const underWay: ClientRequest[] = [];
afterEach(() => underWay.splice(0).forEach((sent) => sent.destroy()));

/** A file that its sender holds back: as much of it is sent as the test says. */
const sendSlowly = async (person: string, size?: number) => {
  const sent = httpRequest(`${hub.address}/catalog/uploads`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      cookie: await hub.cookieOf(person),
      ...(size ? { 'content-length': size } : {}),
    },
  });
  underWay.push(sent);
  const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode!, text }));
    });
  });
  answered.catch(() => undefined);
  const write = async (part: Buffer, times: number) => {
    for (let time = 0; time < times; time += 1) if (!sent.write(part)) await once(sent, 'drain');
  };
  return { sent, answered, write };
};
const keptPieces = () =>
  hub.database.query<{ pieces: number; bytes: number; largest: number; received: boolean }>(
    `select count(*) as pieces, sum(length(content))::integer as bytes, max(length(content)) as largest,
       bool_or(received_at is not null) as received
     from catalog_upload join catalog_upload_piece on upload_id = id having count(*) > 0`,
  );
const until = async (isSo: () => Promise<boolean>) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('It did not become so within five seconds.');
};
/** What buffers hold that somebody still refers to; what was let go of is freed a little after it was collected. */
const held = () => {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().arrayBuffers;
};

test('a file of 30 MB is written while it arrives, and never held in memory', async () => {
  const megabyte = 1024 * 1024;
  const before = held();
  const { sent, answered, write } = await sendSlowly(staffId);
  const filler = Buffer.from(`${JSON.stringify({ title: 'x'.repeat(65_536) })},`);
  await write(Buffer.from('{"dataset": ['), 1);
  await write(filler, Math.ceil((30 * megabyte) / filler.length));
  await until(async () => ((await keptPieces())[0]?.bytes ?? 0) > 28 * megabyte);
  await until(async () => held() - before < 10 * megabyte);
  const [kept] = await keptPieces();
  expect(kept!.received).toBe(false);
  expect(kept!.largest).toBeLessThan(1.2 * megabyte);
  sent.end(`${JSON.stringify(dataset(1))}]}`);
  const { status, text } = await answered;
  expect(status).toBe(201);
  const { uploadId } = JSON.parse(text) as { uploadId: string };
  const { catalogImport } = await start(staff, { feedKey: 'large', uploadId });
  expect(await follow(catalogImport.id)).toMatchObject({ failure: null, state: 'FINISHED', added: 1 });
  expect(await hub.database.query('select 1 from catalog_upload_piece')).toEqual([]);
});

test('a file that is still being sent cannot be imported', async () => {
  const { sent, answered, write } = await sendSlowly(staffId);
  await write(Buffer.alloc(1024 * 1024, ' '), 2);
  await until(async () => (await keptPieces()).length > 0);
  const [row] = await hub.database.query<{ id: string }>('select id from catalog_upload');
  const early = await start(staff, { feedKey: 'early', uploadId: encodeId('CatalogUpload', row!.id) });
  expect(early.fields).toEqual([{ path: 'uploadId', message: expect.stringContaining('Send it again') }]);
  sent.destroy();
  await answered.catch(() => undefined);
  await until(async () => (await hub.database.query('select 1 from catalog_upload')).length === 0);
});

test.each<[string, number | undefined]>([
  ['announced', 20 * 1024 * 1024],
  ['not announced', undefined],
])('a connection that is cut in the middle leaves nothing behind: length %s', async (_name, size) => {
  const { sent, write } = await sendSlowly(staffId, size);
  await write(Buffer.alloc(1024 * 1024, ' '), 5);
  await until(async () => (await keptPieces()).length > 0);
  sent.destroy();
  await until(async () => (await hub.database.query('select 1 from catalog_upload')).length === 0);
  expect(await hub.database.query('select 1 from catalog_upload_piece')).toEqual([]);
});

test('a file that says beforehand that it is too large is refused before any of it is read', async () => {
  const { sent, answered } = await sendSlowly(staffId, 51 * 1024 * 1024);
  sent.flushHeaders();
  const { status, text } = await answered;
  expect([status, text]).toEqual([413, expect.stringContaining('larger than 50 MB')]);
  expect(await hub.database.query('select 1 from catalog_upload')).toEqual([]);
});

test('a file serves again after an import that could not begin', async () => {
  const { uploadId } = await send(staffId, catalog(dataset(1)));
  expect(await start(staff, { feedKey: 'No Key', uploadId })).toMatchObject({ fields: [{ path: 'feedKey' }] });
  const { catalogImport } = await start(staff, { feedKey: 'right-key', uploadId });
  expect(await follow(catalogImport.id)).toMatchObject({ state: 'FINISHED', added: 1 });
});

test('a file that nobody imports goes after an hour', async () => {
  await send(staffId, catalog(dataset(1)));
  await hub.application.get(ScheduledWork).run('forget-uploads');
  expect(await keptPieces()).toHaveLength(1);
  await hub.database.query(`update catalog_upload set created_at = now() - interval '61 minutes'`);
  await hub.application.get(ScheduledWork).run('forget-uploads');
  expect(await keptPieces()).toEqual([]);
});

test('a file that one server took is imported by another', async () => {
  const second = await startTestHub({ beside: hub });
  try {
    const { uploadId } = await send(staffId, catalog(...many(2)));
    const { catalogImport } = await start(await second.as(staffId), { feedKey: 'beside', uploadId });
    expect(await follow(catalogImport.id)).toMatchObject({ failure: null, state: 'FINISHED', added: 2 });
  } finally {
    await second.close();
  }
});

test('the embedded database takes a file in pieces, too', async () => {
  const embedded = await startTestHub({ content: 'demonstration', embedded: true });
  try {
    const [row] = await embedded.database.query<{ id: string }>(
      `select person_id as id from role_grant where role = 'staff' limit 1`,
    );
    const answer = await fetch(`${embedded.address}/catalog/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie: await embedded.cookieOf(row!.id) },
      body: catalog(...many(3), ...many(4).map(() => ({ title: 'x'.repeat(1024 * 1024) }))),
    });
    const { uploadId } = (await answer.json()) as { uploadId: string };
    const [kept] = await embedded.database.query('select count(*) as pieces from catalog_upload_piece');
    expect(kept!.pieces).toBeGreaterThan(3);
    const { catalogImport } = await start(await embedded.as(row!.id), { feedKey: 'in-pieces', uploadId });
    await until(async () => {
      const [run] = await embedded.database.query('select state from catalog_import where id = $1', [
        uuidOf('CatalogImport', catalogImport.id),
      ]);
      return run?.state === 'finished';
    });
    expect(await embedded.database.query('select 1 from catalog_upload')).toEqual([]);
    const [sources] = await embedded.database.query(
      `select count(*) as count from data_source where feed_key = 'in-pieces'`,
    );
    expect(sources).toEqual({ count: 3 });
  } finally {
    await embedded.close();
  }
});

test('what is sent to the API itself stays small', async () => {
  const content = catalog(...many(3)).padEnd(300 * 1024, ' ');
  const answer = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: await hub.cookieOf(staffId) },
    body: JSON.stringify({ query: 'mutation { __typename }', variables: { content } }),
  });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('256 KB')]);
});

test('a dry run from the web leaves no feed behind', async () => {
  const { catalogImport } = await start(staff, { feedKey: 'dry', content: catalog(dataset(1)), dryRun: true });
  expect(await follow(catalogImport.id)).toMatchObject({ state: 'FINISHED', dryRun: true, added: 1 });
  expect(await hub.database.query(`select 1 from catalog_feed where key = 'dry'`)).toEqual([]);
});

test('what is no catalog says so in the run', async () => {
  const { catalogImport } = await start(staff, { feedKey: 'page', content: '<html><title>Hello</title>' });
  expect(await follow(catalogImport.id)).toMatchObject({
    state: 'FAILED',
    failure: expect.stringContaining('web page'),
  });
});

test.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '[::ffff:127.0.0.1]', '169.254.169.254'])(
  'the web does not reach into the hub’s own network: %s',
  async (host) => {
    const { port } = new URL(address);
    const { catalogImport } = await start(staff, { feedKey: 'inside', url: `http://${host}:${port}/data.json` });
    const done = await follow(catalogImport.id);
    expect(done).toMatchObject({ state: 'FAILED', failure: expect.stringContaining('private network') });
  },
);

test.each<[string, object, string]>([
  ['nothing to import', {}, 'url'],
  ['both', { url: 'https://example.org', content: '{}' }, 'url'],
  ['another protocol', { url: 'file:///etc/passwd' }, 'url'],
  ['the curated catalog as feed', { feedKey: 'hub', content: '{}' }, 'feedKey'],
  ['a wrong key', { feedKey: 'No Key', content: '{}' }, 'feedKey'],
])('%s is refused by its path', async (_name, input, path) => {
  const result = await start(staff, { feedKey: 'some', ...input });
  expect(result.fields.map((field: { path: string }) => field.path)).toEqual([path]);
});

test('a run that was cut off by the end of its process is marked when the hub starts', async () => {
  const [run] = await hub.database.query(
    `insert into catalog_import (feed_key, location) values ('cut-off', 'x') returning id`,
  );

  await hub.application.get(CatalogImportRuns).onApplicationBootstrap();
  const [after] = await hub.database.query('select state from catalog_import where id = $1', [run!.id]);
  expect(after).toEqual({ state: 'failed' });
});
