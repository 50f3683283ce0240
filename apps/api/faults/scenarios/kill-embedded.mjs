import { setTimeout as delay } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { HubProcess } from '../support/hub-process.mjs';
import { holdAgainst, verifyTrail } from '../support/whole-writes.mjs';
import { Writers } from '../support/writers.mjs';

export const title = 'the server with the embedded database is killed under writers';

const staff = 'Grace Villanueva';
const administrator = 'Sam Kimura';

export async function run(report, { short }) {
  const kills = short ? 2 : 5;
  const hub = await HubProcess.create({ environment: { NODE_ENV: 'development', DEMO: '1', DATABASE_URL: '' } });
  try {
    await hub.start();
    const world = await worldOfDemonstration(hub);
    const writers = new Writers(hub, world);
    for (let kill = 0; kill < kills; kill += 1) {
      await delay(500 + Math.random() * 1_000);
      await hub.kill();
      // The lock names a process that is gone: the next one takes it over.
      await hub.start();
    }
    await delay(500);
    await writers.finish();
    await hub.stop();
    report.figure('kills', kills);
    report.figure('retries', writers.counts.retried);
    report.check('the kills hit the writers', writers.counts.unanswered >= kills);
    report.none('every writer was told in the end', writers.unfinished());
    report.none('no retry was refused', writers.refusals);
    report.none('no answer was an error', writers.surprises);
    const embedded = await PGlite.create(`${hub.environment.DATA_DIR}/postgres`);
    const query = async (text, values) => (await embedded.query(text, values)).rows;
    await holdAgainst(report, query, writers.ledger);
    await embedded.close();
    await verifyTrail(report, hub);
  } finally {
    await hub.remove();
  }
}

/** The sample workgroup, entered as anybody may in a demonstration; four writers of its staff, each with items of his own. */
async function worldOfDemonstration(hub) {
  const { demonstrationPersons } = await hub.client().data('{ demonstrationPersons { id fullName } }');
  const idOf = (name) => demonstrationPersons.find(({ fullName }) => fullName === name).id;
  const cookies = [];
  for (const name of [staff, administrator, staff, administrator]) cookies.push(await enter(hub, idOf(name)));
  const client = hub.client(cookies[0]);
  const { actionItems, agencies } = await client.data(`{
    actionItems(first: 32) { edges { node { id version goal { id } focusItem { id } subGroup { id } leadAgency { id } } } }
    agencies(first: 40) { edges { node { id } } } }`);
  const items = actionItems.edges.map(({ node }) => node);
  const [first] = items;
  const { viewer } = await client.data('{ viewer { person { agency { id } } } }');
  const own = viewer.person.agency.id;
  return {
    ids: {
      goal: first.goal.id,
      focusItem: first.focusItem.id,
      subGroup: first.subGroup.id,
      agency: own,
      helpers: agencies.edges
        .map(({ node }) => node.id)
        .filter((id) => id !== own)
        .slice(0, 3),
    },
    writers: cookies.map((cookie, place) => ({
      cookie,
      items: items
        .slice(place * 4, place * 4 + 4)
        .map(({ id, version }) => ({ id, version, uuid: Buffer.from(id, 'base64url').toString().split(':')[1] })),
    })),
  };
}

async function enter(hub, personId) {
  const { headers, text } = await hub
    .client()
    .graphql('mutation ($id: ID!) { signInAsDemonstrationPerson(personId: $id) { __typename } }', { id: personId });
  const cookie = headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error(`Nobody was signed in: ${text}`);
  return cookie;
}
