import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kind, parse, print, visit } from 'graphql';
import pg from 'pg';
import { generate } from '../../apps/api/bench/generate.mjs';
import { processorSeconds } from '../../apps/api/bench/measure.mjs';
import { HubProcess } from '../../apps/api/faults/support/hub-process.mjs';
import { PostgresNode } from '../../apps/api/faults/support/postgres-node.mjs';
import { encodeId, signIn } from '../../apps/api/faults/support/world.mjs';
import { writes } from '../../apps/api/load/visits.mjs';
import { build, root } from './build.mjs';
import { productionArguments } from './production-arguments.mjs';

/**
 * `npm run load [-- --users 200] [-- --seconds 120] [-- --short] [-- --soak]`: virtual users on the built hub and a durable
 * PostgreSQL with the benchmark's content. `--short` is 20 users for 15 seconds and judges no times; `--soak` is ten
 * minutes and watches the memory. See docs/how-to/test-faults.md.
 */
process.chdir(root);
const option = (name, fallback) => {
  const place = process.argv.indexOf(`--${name}`);
  return Number(place === -1 ? fallback : process.argv[place + 1]);
};
const short = process.argv.includes('--short');
const soak = process.argv.includes('--soak');
const count = option('users', short ? 20 : 200);
const seconds = option('seconds', short ? 15 : soak ? 600 : 120);
/** Many times what a state's workgroup has. */
const sourcesOfCatalog = 10_000;
const aims = { reads: 300, writes: 500 };
const say = (line) => process.stderr.write(`${line}\n`);

build(['api', 'web']);
const node = await (await PostgresNode.create({ settings: { shared_buffers: '256MB' } })).start();
await node.query('create database hub', [], 'postgres');
const hub = await HubProcess.create({
  execArguments: productionArguments,
  environment: { DATABASE_URL: node.url, LOG_LEVEL: 'error' },
});
let failed = true;
try {
  await hub.start();
  say('Generating 2,000 items, 20,000 updates and 10,000 data sources …');
  const client = new pg.Client({ connectionString: node.url });
  await client.connect();
  await generate(client, sourcesOfCatalog);
  await client.end();
  const users = await signInUsers();
  say(`${count} users for ${seconds} s …`);
  failed = report(await measure(users));
} finally {
  await hub.remove();
  await node.remove();
}
process.exit(failed ? 1 : 0);

/** Three of five are representatives, one a chair or of the staff, one keeps data. */
async function signInUsers() {
  const people = await node.query(
    `select id, agency_id from person order by substring(email from '[0-9]+')::integer limit $1`,
    [count],
  );
  const kindOf = (place) => ['representative', 'chair', 'representative', 'dataStaff', 'representative'][place % 5];
  const users = [];
  for (const [place, { id, agency_id: agency }] of people.entries()) {
    const kind = kindOf(place);
    if (kind === 'chair')
      await node.query(`insert into role_grant (person_id, role, starts_on) values ($1, 'staff', '2024-01-01')`, [id]);
    if (kind === 'dataStaff')
      await node.query(
        `insert into role_grant (person_id, role, agency_id, starts_on) values ($1, 'data_steward', $2, '2024-01-01')`,
        [id, agency],
      );
    users.push({ kind, cookie: await signIn(node, id), agencyId: encodeId('Agency', agency) });
  }
  return users;
}

async function measure(users) {
  const generator = fork(join(root, 'apps/api/load/users.mjs'), { stdio: 'inherit' });
  const before = { hub: processorSeconds(hub.processId), users: processorSeconds(generator.pid) };
  const loads = [];
  const memory = [];
  let result;
  generator.once('message', (message) => (result = message));
  generator.send({ port: hub.port, users, operations: operationsOfWebApp(), seconds });
  const ended = new Promise((resolve) => generator.once('exit', resolve));
  let isOver = false;
  void ended.then(() => (isOver = true));
  let generatorSeconds = 0;
  while (!isOver) {
    await Promise.race([ended, delay(1_000)]);
    loads.push(loadavg()[0]);
    memory.push(residentMegabytes());
    generatorSeconds = processorSeconds(generator.pid) ?? generatorSeconds;
  }
  if (!result) throw new Error('The virtual users ended without a word.');
  return { ...result, loads, memory, hubSeconds: processorSeconds(hub.processId) - before.hub, generatorSeconds };
}

/** Text by name, as the web app sends it: Apollo Client asks for every type's name, and keeps its own directives. */
function operationsOfWebApp() {
  const texts = Object.values(
    JSON.parse(readFileSync('libs/platform/contract/src/generated/persisted-documents.json', 'utf8')),
  );
  return Object.fromEntries(texts.map((text) => [/(?:query|mutation) (\w+)/.exec(text)?.[1], asSent(text)]));
}

function asSent(text) {
  const typeName = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  const sent = visit(parse(text), {
    Directive: ({ name }) => (name.value === 'unmask' ? null : undefined),
    SelectionSet: {
      leave: (set, _key, parent) =>
        parent.kind === Kind.OPERATION_DEFINITION || set.selections.some(({ name }) => name?.value === '__typename')
          ? undefined
          : { ...set, selections: [...set.selections, typeName] },
    },
  });
  return print(sent);
}

function residentMegabytes() {
  const status = readFileSync(`/proc/${hub.processId}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024);
}

function report({ times, errors, conflicts, loads, memory, hubSeconds, generatorSeconds }) {
  const all = (isWrite) => Object.entries(times).flatMap(([name, list]) => (writes.has(name) === isWrite ? list : []));
  const rows = [
    ...Object.entries(times).sort(([, one], [, other]) => other.length - one.length),
    ['reads', all(false)],
    ['writes', all(true)],
  ].map(([name, list]) => ({ name, count: list.length, ...percentiles(list) }));
  const requests = rows.at(-1).count + rows.at(-2).count;
  const load = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  console.log(
    `\nNode ${process.versions.node}, ${cpus().length} cores, load of the machine ${load}, ${count} users, ${seconds} s,`,
  );
  console.log(
    `${requests} requests (${(requests / seconds).toFixed(0)} a second), ${conflicts} conflicts, ${errors.length} errors,`,
  );
  console.log(
    `processor time: hub ${hubSeconds.toFixed(0)} s, virtual users ${generatorSeconds.toFixed(0)} s; memory of the hub ${memory[0]} to ${memory.at(-1)} MB.\n`,
  );
  console.log('| operation | requests | p50 ms | p95 ms | p99 ms |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const row of rows) console.log(`| ${row.name} | ${row.count} | ${row.p50} | ${row.p95} | ${row.p99} |`);
  for (const error of errors.slice(0, 5)) console.log(`error: ${error}`);
  const misses = [
    ...(errors.length > 0 ? [`${errors.length} errors`] : []),
    ...(short
      ? []
      : rows
          .filter(({ name, p95 }) => p95 > (aims[name] ?? Infinity))
          .map(({ name, p95 }) => `p95 of ${name} ${p95} ms`)),
    ...(soak ? growth(memory) : []),
  ];
  console.log(misses.length === 0 ? '\nEvery aim is reached.' : `\nMissed: ${misses.join('; ')}.`);
  mkdirSync('var/test-results', { recursive: true });
  writeFileSync(
    'var/test-results/load.json',
    JSON.stringify({ rows, load, errors, conflicts, memory, misses }, null, 2),
  );
  return misses.length > 0;
}

function percentiles(list) {
  const sorted = list.toSorted((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

/** Once warm, the middle of the last quarter must not be above that of the second by more than a tenth. */
function growth(memory) {
  const middle = (from, to) =>
    memory.slice(memory.length * from, memory.length * to).toSorted((a, b) => a - b)[
      Math.floor((memory.length * (to - from)) / 2)
    ];
  const [early, late] = [middle(0.25, 0.5), middle(0.75, 1)];
  console.log(`memory: ${early} MB in the second quarter, ${late} MB in the last.`);
  return late > early * 1.1 + 20 ? [`memory grew from ${early} to ${late} MB`] : [];
}
