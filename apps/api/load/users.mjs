import { setTimeout as delay } from 'node:timers/promises';
import { HubClient } from '../faults/support/hub-client.mjs';
import { kinds, writes } from './visits.mjs';

/**
 * The virtual users, in a process of their own: each has one connection, does one thing, thinks about a second, and goes
 * on. An expected conflict is an answer; anything else than what was asked for is an error.
 */
process.on('message', async ({ port, users, operations, seconds }) => {
  const until = performance.now() + seconds * 1_000;
  const told = { times: {}, errors: [], conflicts: 0 };
  await Promise.all(users.map((user) => live(user, port, operations, until, told)));
  process.send(told, () => process.exit());
});

const wordsOfSearch = [
  'naloxone',
  'deaths county',
  'treatment admissions',
  'emergency visits',
  'ambulance',
  'prescriptions',
];

async function live({ kind, cookie, agencyId }, port, operations, until, told) {
  const client = new HubClient(port, cookie);
  const person = {
    agencyId,
    seen: { own: [], items: [], references: [] },
    any: (count) => 1 + Math.floor(Math.random() * count),
    word: () => wordsOfSearch[Math.floor(Math.random() * wordsOfSearch.length)],
    pick: (list, make) => (list.length === 0 ? null : make(list[Math.floor(Math.random() * list.length)])),
  };
  // Nobody comes at the same moment.
  await delay(Math.random() * 1_000);
  await visit(client, person, ['MyWork', {}], operations, told);
  while (performance.now() < until) {
    await delay(500 + Math.random() * 1_000);
    const next = chosen(kinds[kind])(person);
    if (next) await visit(client, person, next, operations, told);
  }
  client.close();
}

function chosen(visits) {
  let place = Math.random() * 100;
  return (visits.find(([share]) => (place -= share) < 0) ?? visits[0])[1];
}

async function visit(client, { seen }, [name, variables], operations, told) {
  try {
    const { status, json, text, milliseconds } = await client.graphql(operations[name], variables);
    (told.times[name] ??= []).push(milliseconds);
    if (status !== 200 || !json?.data || json.errors)
      return void told.errors.push(`${name}: ${status} ${text.slice(0, 300)}`);
    if (writes.has(name)) judge(name, told, json.data, text);
    look(name, json.data, seen);
  } catch (error) {
    told.errors.push(`${name}: ${error.message}`);
  }
}

function judge(name, told, data, text) {
  const { __typename: typeName } = Object.values(data).find((value) => typeof value === 'object');
  if (typeName.startsWith('Stale')) told.conflicts += 1;
  else if (!typeName.endsWith('Success')) told.errors.push(`${name}: ${text.slice(0, 300)}`);
}

/** The person knows the items of the last page, as they were there. */
function look(name, data, seen) {
  const items = [];
  const collect = (value) => {
    if (value === null || typeof value !== 'object') return;
    if (value.__typename === 'ActionItem' && value.version) items.push(value);
    for (const part of Object.values(value)) collect(part);
  };
  collect(data);
  if (items.length === 0) return;
  const fresh = new Map(items.map((item) => [item.id, item]));
  if (name === 'MyWork') seen.own = [...fresh.values()];
  else seen.own = seen.own.map((item) => fresh.get(item.id) ?? item);
  seen.items = [...seen.items.filter(({ id }) => !fresh.has(id)), ...fresh.values()].slice(-25);
  seen.references = [
    ...new Set([...seen.references, ...items.map(({ reference }) => reference).filter(Boolean)]),
  ].slice(-25);
}
