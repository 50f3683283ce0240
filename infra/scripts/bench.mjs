import { deepStrictEqual } from 'node:assert';
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { benchPerson, benchPersonWithFewer, generate } from '../../apps/api/bench/generate.mjs';
import { measure } from '../../apps/api/bench/measure.mjs';
import { operations, posting } from '../../apps/api/bench/operations.mjs';
import { startPostgres } from '@sos/platform-testing/postgres';
import { build, root } from './build.mjs';
import { productionArguments } from './production-arguments.mjs';

/**
 * `npm run bench [-- --seconds 8] [--only board,search]`: the hub and a hand-written server on the same PostgreSQL, the
 * same data, one after the other, at 16 connections. What counts is the ratio; absolute numbers depend on the machine.
 */
process.chdir(root);
const option = (name, fallback) => {
  const place = process.argv.indexOf(`--${name}`);
  return place === -1 ? fallback : process.argv[place + 1];
};
const seconds = Number(option('seconds', 8));
const only = option('only', '').split(',').filter(Boolean);
const hubPort = 4711;
const handPort = 4712;
const say = (line) => process.stderr.write(`${line}\n`);

build(['api', 'web']);
const postgres = await startPostgres();
const children = [];
try {
  await run();
} catch (error) {
  say(error.stack);
  process.exitCode = 1;
} finally {
  for (const child of children) child.kill('SIGTERM');
  await delay(300);
  await postgres.stop();
  // After a failure the hub in this process may still be there.
  process.exit();
}

async function run() {
  say('Migrating and generating 2,000 items, 20,000 updates and 100,000 data sources …');
  const hub = start([...productionArguments, join(root, 'apps/api/dist/main.js')], {
    PORT: hubPort,
    DEMO: '0',
    LOG_LEVEL: 'error',
    // Everything is asked by one person: still counted, never refused.
    RATE_PER_PERSON: '1000000000',
    // As it is run in earnest: the packages leave out what only helps development.
    NODE_ENV: 'production',
    // The measured operations are no page's.
    AD_HOC_OPERATIONS: '1',
  });
  await answers(`http://127.0.0.1:${hubPort}/readyz`);
  const client = new pg.Client({ connectionString: postgres.url });
  // When the run fails, the database stops before this connection; that is not the failure to tell.
  client.on('error', () => undefined);
  await client.connect();
  await generate(client);
  const ids = await idsOf(client);
  const cookie = await signIn(client, ids.person);
  const fewerCookie = await signIn(client, ids.personWithFewer);
  const hand = start([join(root, 'apps/api/bench/hand-written.mjs')], { PORT: handPort });
  await delay(500);

  const counting = await countingHub(cookie);
  await settled(client);
  const rows = [];
  for (const [name, operation] of Object.entries(operations(ids))) {
    if (only.length > 0 && !only.includes(name)) continue;
    say(`Measuring ${operation.title} …`);
    const body = JSON.stringify({ query: operation.text, variables: operation.variables });
    await check(name, operation, body, cookie);
    const statements = await counting.count(() => body);
    await checkStatements(counting, operation, statements, fewerCookie);
    const hubRequest = {
      url: `http://127.0.0.1:${hubPort}/graphql`,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sos-explorer': '1', cookie },
      body,
    };
    const handRequest = {
      url: `http://127.0.0.1:${handPort}/${name}`,
      method: 'POST',
      body: JSON.stringify(operation.values),
    };
    rows.push(await compare(operation, hub, hand, hubRequest, handRequest, statements));
  }
  if (only.length === 0 || only.includes('post')) {
    const { rows: items } = await client.query('select id, version from action_item order by number');
    const post = posting(ids, items);
    say(`Measuring ${post.title} …`);
    const statements = await counting.count(() => JSON.stringify(post.hubBody()));
    const headers = { 'content-type': 'application/json', 'sos-explorer': '1', cookie };
    const each = (make) => [
      { method: 'POST', setupRequest: (request) => ({ ...request, body: JSON.stringify(make()) }) },
    ];
    const before = await countOf(client, 'action_item_update');
    const hubRequest = { url: `http://127.0.0.1:${hubPort}/graphql`, headers, requests: each(post.hubBody) };
    const handRequest = { url: `http://127.0.0.1:${handPort}/post`, requests: each(post.handWrittenBody) };
    const settled = async () => {
      await delay(300);
      await post.catchUp(client);
    };
    const row = await compare(post, hub, hand, hubRequest, handRequest, statements, settled);
    rows.push(row);
    // An answer may be a refusal, too: as many must be stored as were answered, but for those cut off at the end of a run.
    say(`  ${(await countOf(client, 'action_item_update')) - before} updates stored, ${row.answered} answered.`);
  }
  await counting.close();
  await client.end();
  report(rows);
}

/** Each side is measured twice, in turn, after a short run that warms it up; the better of the two counts. */
async function compare(operation, hub, hand, hubRequest, handRequest, statements, prepare = () => undefined) {
  const runs = { hub: [], hand: [] };
  const run = async (processId, request, length) => {
    await prepare();
    return measure({ processId, seconds: length, request });
  };
  const warmUps = [await run(hub.pid, hubRequest, 2), await run(hand.pid, handRequest, 2)];
  for (let round = 0; round < 2; round += 1) {
    runs.hub.push(await run(hub.pid, hubRequest, seconds));
    runs.hand.push(await run(hand.pid, handRequest, seconds));
  }
  const best = (list) => list.reduce((a, b) => (b.perSecond > a.perSecond ? b : a));
  const answered = [...warmUps, ...runs.hub, ...runs.hand].reduce((sum, one) => sum + one.answered, 0);
  const { title, aim } = operation;
  return { title, aim, statements, answered, hub: best(runs.hub), hand: best(runs.hand) };
}

function report(rows) {
  const number = (value, digits = 0) => (value === null ? '-' : value.toFixed(digits));
  console.log(
    `\nNode ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, 16 connections, ${seconds} s a run, better of two.\n`,
  );
  console.log(
    '| operation | hub /s | p50 ms | p99 ms | CPU ms | SQL | by hand /s | p50 ms | p99 ms | CPU ms | ratio | aim |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const missed = rows.filter(({ hub, hand, aim }) => hub.perSecond / hand.perSecond < aim);
  for (const { title, aim, statements, hub, hand } of rows) {
    const side = (run) => [
      number(run.perSecond),
      number(run.p50),
      number(run.p99),
      number(run.processorMilliseconds, 2),
    ];
    const cells = [
      title,
      ...side(hub),
      statements,
      ...side(hand),
      (hub.perSecond / hand.perSecond).toFixed(2),
      aim.toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (hub.failed + hand.failed > 0) console.log(`  failed requests: hub ${hub.failed}, by hand ${hand.failed}`);
  }
  console.log('\nEach operation takes the same SQL statements for a fraction of the rows.');
  console.log(
    missed.length === 0
      ? 'Every ratio reaches its aim.'
      : `Below the aim: ${missed.map(({ title }) => title).join('; ')}. On a busy machine, run it again.`,
  );
}

function start(nodeArguments, environment) {
  const child = spawn(process.execPath, nodeArguments, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: postgres.url, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Hubs that start learn the words of the catalog, and the database looks at its new tables; meanwhile a processor is busy. */
async function settled(client) {
  say('Waiting until the hub has taken in the new content …');
  for (let quietLooks = 0; quietLooks < 10; quietLooks += 1) {
    await delay(300);
    const busy = await countOf(client, `pg_stat_activity where state = 'active' and pid <> pg_backend_pid()`);
    if (busy > 0) quietLooks = 0;
  }
}

async function answers(address) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`${address} does not answer.`);
}

async function send(body, cookie) {
  const answer = await fetch(`http://127.0.0.1:${hubPort}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sos-explorer': '1', cookie },
    body,
  });
  return answer.json();
}

/** Both servers answer, and with the same facts. */
async function check(name, operation, body, cookie) {
  const { data, errors } = await send(body, cookie);
  if (errors || !operation.isAnswer(data))
    throw new Error(`${operation.title}: ${JSON.stringify(errors ?? data).slice(0, 600)}`);
  const byHand = await fetch(`http://127.0.0.1:${handPort}/${name}`, {
    method: 'POST',
    body: JSON.stringify(operation.values),
  });
  deepStrictEqual(operation.hubFacts(data), operation.handFacts(await byHand.json()), operation.title);
}

/** The same operation on a fraction of the rows takes the same statements: none is run once a row. */
async function checkStatements(counting, operation, statements, fewerCookie) {
  const body = JSON.stringify({ query: operation.text, variables: operation.fewer ?? operation.variables });
  const ofFewer = await counting.count(() => body, fewerCookie);
  if (ofFewer !== statements)
    throw new Error(`${operation.title}: ${statements} statements, but ${ofFewer} for fewer rows.`);
}

/** Statements of one request, in a hub inside this process, once its caches know the viewer. */
async function countingHub(usualCookie) {
  const { openDatabase } = await import(join(root, 'apps/api/dist/open-database.js'));
  const { createHub } = await import(join(root, 'apps/api/dist/create-hub.js'));
  const { createLogger, readSettings } = await import(join(root, 'apps/api/dist/platform.js'));
  const settings = readSettings({ DATABASE_URL: postgres.url, DEMO: '0', LOG_LEVEL: 'silent', WORKER: '0' });
  const database = await openDatabase(settings);
  const hub = await createHub({ settings, logger: createLogger('silent'), database });
  await hub.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${hub.getHttpServer().address().port}/graphql`;
  const ask = async (body, cookie) =>
    (
      await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sos-explorer': '1', cookie },
        body,
      })
    ).json();
  return {
    async count(makeBody, cookie = usualCookie) {
      await ask(makeBody(), cookie);
      let count = 0;
      const stop = database.onStatement(() => (count += 1));
      await ask(makeBody(), cookie);
      stop();
      return count;
    },
    close: () => hub.close(),
  };
}

async function idsOf(client) {
  const one = async (text) => (await client.query(text)).rows[0].id;
  return {
    person: await one(`select id from person where email = '${benchPerson}'`),
    personWithFewer: await one(`select id from person where email = '${benchPersonWithFewer}'`),
    agency: await one(`select id from agency where key = 'agency-1'`),
  };
}

async function signIn(client, person) {
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await client.query(
    `insert into session (token_hash, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
    [hash, person],
  );
  return `sos_session=${token}`;
}

async function countOf(client, table) {
  return Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
}
