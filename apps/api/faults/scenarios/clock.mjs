import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { PostgresNode } from '../support/postgres-node.mjs';
import { startTried } from '../support/tried.mjs';
import { signIn } from '../support/world.mjs';

export const title = 'the clock of the server is an hour off, that of the database decides';

const run = promisify(execFile);
const shiftClock = join(import.meta.dirname, '..', 'support', 'shift-clock.mjs');

export { tryBoth as run };

async function tryBoth(report) {
  for (const hours of [1, -1]) await tryWith(report, hours);
}

async function tryWith(report, hours) {
  const check = (what, holds, detail) =>
    report.check(`${hours > 0 ? 'an hour ahead' : 'an hour behind'}: ${what}`, holds, detail);
  const node = await (await PostgresNode.create()).start();
  const timeZone = await zoneAtTheEdge(node, hours);
  const { hub, world, end } = await startTried({
    writers: 4,
    node,
    execArguments: ['--import', shiftClock],
    environment: { CLOCK_SHIFT: String(hours * 3_600_000), TIME_ZONE: timeZone },
  });
  try {
    const one = async (text, values) => Object.values((await node.query(text, values))[0])[0];
    const today = await one(`select (now() at time zone $1)::date::text`, [timeZone]);
    const client = hub.client(world.writers[0].cookie);
    const { hub: told } = await client.data('{ hub { today } }');
    check('today is the database’s day', told.today === today, `${told.today}, not ${today}`);
    await dueDates(check, node, client, world, today);
    await terms(check, node, hub, world, today);
    await updates(check, node, client, world);
    await sessions(check, node, hub, world);
    await linksByMail(check, node, hub);
    await addressFromTheCommandLine(check, node, hub);
    client.close();
  } finally {
    await end();
  }
}

/** A time zone in which an hour more, or less, than the database's time is another day. */
async function zoneAtTheEdge(node, hours) {
  for (;;) {
    const [{ hour, minute }] = await node.query(
      `select extract(hour from now() at time zone 'UTC')::integer as hour, extract(minute from now())::integer as minute`,
      [],
      'postgres',
    );
    const wanted = hours > 0 ? 23 : 0;
    const offset = ((wanted - hour + 36) % 24) - 12;
    // Close to the full hour the day could turn while we look.
    if (minute < 57) return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
    await delay(5_000);
  }
}

async function dueDates(check, node, client, world, today) {
  const [dueToday, dueBefore] = world.writers[0].items;
  await node.query(`update action_item set due_on = $2::date where id = $1`, [dueToday.uuid, today]);
  await node.query(`update action_item set due_on = $2::date - 1 where id = $1`, [dueBefore.uuid, today]);
  const { actionItems } = await client.data('{ actionItems(first: 50) { edges { node { id isOverdue } } } }');
  const isOverdue = (item) => actionItems.edges.find(({ node: row }) => row.id === item.id).node.isOverdue;
  check('what is due today is not overdue, what was due yesterday is', !isOverdue(dueToday) && isOverdue(dueBefore));
}

async function terms(check, node, hub, world, today) {
  const [, lastDay, firstDay] = world.writers;
  await node.query(`update role_grant set ends_on = $2 where person_id = $1`, [lastDay.personId, today]);
  await node.query(`update role_grant set starts_on = $2 where person_id = $1`, [firstDay.personId, today]);
  const holds = async ({ personId }) => {
    const { viewer } = await hub.client(await signIn(node, personId)).data('{ viewer { isStaff } }');
    return viewer.isStaff;
  };
  check('a role holds on its first day and on its last', (await holds(firstDay)) && (await holds(lastDay)));
}

async function updates(check, node, client, world) {
  const item = world.writers[0].items[2];
  const { result } = await client.data(
    `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { ... on PostUpdateSuccess { update { postedAt } } } }`,
    { input: { actionItemId: item.id, expectedVersion: item.version, status: 'BLOCKED', note: 'When?' } },
  );
  const off = Math.abs((await databaseTime(node)) - Date.parse(result.update.postedAt));
  check('an update is posted when the database says', off < 10_000, `${off} ms`);
}

async function sessions(check, node, hub, world) {
  const { personId } = world.writers[0];
  const isIn = async (change) => {
    const cookie = await signIn(node, personId);
    await node.query(
      `update session set ${change} where token_hash = (select token_hash from session order by created_at desc limit 1)`,
    );
    const { json } = await hub.client(cookie).graphql('{ viewer { isStaff } }');
    return Boolean(json.data?.viewer);
  };
  check('a session with minutes left is open', await isIn(`expires_at = now() + interval '5 minutes'`));
  check('one that is over is not', !(await isIn(`expires_at = now() - interval '5 minutes'`)));
  check('one that was used of late is open', await isIn(`last_seen_at = now() - interval '20 minutes'`));
  check('one that nobody used is not', !(await isIn(`last_seen_at = now() - interval '40 minutes'`)));
}

/** The whole way of somebody who signs in by mail; without a mail server, letters are files. */
async function linksByMail(check, node, hub) {
  const folder = join(hub.environment.DATA_DIR, 'outbox');
  await hub.client().data(`mutation ($email: String!) { requestSignInLink(email: $email) { __typename } }`, {
    email: 'writer.002@example.org',
  });
  let letter;
  for (let attempt = 0; attempt < 200 && !letter; attempt += 1) {
    await delay(50);
    letter = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.eml'));
  }
  check('a link that somebody asks for is sent', Boolean(letter));
  if (!letter) return;
  const text = readFileSync(join(folder, letter), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  await opens(check, node, hub, 'and opens a session of twelve hours', /#token=([\w-]{43})/.exec(text)?.[1]);
}

async function addressFromTheCommandLine(check, node, hub) {
  const { stdout } = await run(
    process.execPath,
    ['--import', shiftClock, 'apps/api/dist/hub-command.js', 'sign-in-address', 'writer.003@example.org'],
    { env: hub.environment },
  );
  const token = /#token=([\w-]{43})/.exec(stdout)?.[1];
  await opens(check, node, hub, 'an address from the command line opens a session', token);
}

async function opens(check, node, hub, what, token) {
  const { status, headers } = await hub.client().post('/sign-in/one-time', { token });
  const cookie = headers['set-cookie']?.[0] ?? '';
  const { json } = await hub.client(cookie.split(';')[0]).graphql('{ viewer { isStaff } }');
  const ends = Date.parse(/Expires=([^;]+)/i.exec(cookie)?.[1] ?? '');
  const hoursLeft = (ends - (await databaseTime(node))) / 3_600_000;
  check(what, status === 204 && json.data?.viewer && Math.abs(hoursLeft - 12) < 0.1, `${status}, ${hoursLeft} hours`);
}

const databaseTime = async (node) => (await node.query('select clock_timestamp() as now'))[0].now.getTime();
