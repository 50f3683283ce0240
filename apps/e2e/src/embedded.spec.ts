import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hubAs } from './support/hub-as';
import { spawnHub, type HubProcess } from './support/hub-process';
import { endBy, runBuilt } from './support/run-built';

/** A data folder after one whole life of a hub: first start, demonstration loaded, Ctrl+C. */
let used: string;
let firstLife: { output: string; address: string; exit: unknown };
let scratch: string;
let running: HubProcess[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sos-embedded-'));
  used = join(scratch, 'used');
  const hub = await spawnHub({ DATA_DIR: used });
  firstLife = { address: hub.address, exit: await endBy(hub.process, 'SIGINT'), output: hub.output() };
});
afterEach(async () => {
  for (const hub of running) await hub.stop();
  running = [];
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

let copies = 0;
const aFolder = async (): Promise<string> => {
  const folder = join(scratch, `copy-${(copies += 1)}`);
  await cp(used, folder, { recursive: true });
  return folder;
};
const startOn = async (folder: string): Promise<HubProcess> => {
  const hub = await spawnHub({ DATA_DIR: folder });
  running.push(hub);
  return hub;
};

describe('the first start', () => {
  it('loads the sample content and says where the hub is and how to sign in', () => {
    expect(firstLife.output).toContain('Loading the sample workgroup');
    expect(firstLife.output).toContain(`running at ${firstLife.address}`);
    expect(firstLife.output).toMatch(/Sign in: .*choose a person/);
  });

  it('ends cleanly by Ctrl+C', () => {
    expect(firstLife.exit).toBe(0);
    expect(firstLife.output).toContain('Stopping');
  });
});

describe('a data folder', () => {
  it('belongs to one process: a second one names the holder and stops', async () => {
    const folder = await aFolder();
    const hub = await startOn(folder);

    const second = await runBuilt('main.js', { DATA_DIR: folder, PORT: '0' });

    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`in use by process ${hub.process.pid}`);
    expect(second.stderr).toContain(hub.address);
    expect(second.stderr).not.toMatch(/\n\s+at /);
    expect((await fetch(`${hub.address}/readyz`)).status).toBe(200);
  });

  it('belongs to one of two processes that start at the same moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const folder = await aFolder();
      const started = await Promise.allSettled([startOn(folder), startOn(folder)]);
      const won = started.filter(({ status }) => status === 'fulfilled');
      expect(won).toHaveLength(1);
      const [lost] = started.filter((start) => start.status === 'rejected');
      expect(String(lost?.reason)).toContain('in use by process');
    }
  });

  it('keeps what was posted over a restart, and does not load the content again', async () => {
    const folder = await aFolder();
    const before = await startOn(folder);
    const itemsBefore = await countItems(before);
    const [posted] = await postUpdates(before, 'HR-43', 1);
    expect(await endBy(before.process, 'SIGINT')).toBe(0);

    const after = await startOn(folder);

    expect(after.output()).not.toContain('Loading');
    expect(await countItems(after)).toBe(itemsBefore);
    expect((await notesOf(after, 'HR-43')).filter((note) => note === posted)).toHaveLength(1);
  });

  it('keeps every acknowledged update after kill -9 in the middle of a burst', async () => {
    const folder = await aFolder();
    const hub = await startOn(folder);
    const references = ['HR-43', 'HR-52', 'HR-49'];
    const acknowledged: string[] = [];
    let killed: Promise<unknown> | undefined;
    const onPosted = (note: string) => {
      acknowledged.push(note);
      if (acknowledged.length === 30) killed = endBy(hub.process, 'SIGKILL');
    };

    await Promise.allSettled(references.map((reference) => postUpdates(hub, reference, 1_000, onPosted)));

    expect(await killed).toBe('SIGKILL');
    expect(acknowledged.length).toBeGreaterThanOrEqual(30);
    const again = await startOn(folder);
    const kept = (await Promise.all(references.map((reference) => notesOf(again, reference)))).flat();
    const ours = kept.filter((note) => note.startsWith('Burst '));
    expect(new Set(ours).size).toBe(ours.length);
    expect(ours).toEqual(expect.arrayContaining(acknowledged));
    expect(ours.length - acknowledged.length).toBeLessThanOrEqual(references.length);
    await postUpdates(again, 'HR-43', 1);
  });
});

describe('the command line', () => {
  const feed = (titles: string[]) =>
    JSON.stringify({
      conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
      dataset: [...titles.map((title, place) => ({ identifier: `x-${place}`, title })), { description: 'Neither.' }],
    });
  const aFile = async (name: string, content: string): Promise<string> => {
    const path = join(scratch, name);
    await writeFile(path, content);
    return path;
  };
  const importing = (folder: string, file: string, ...more: string[]) =>
    runBuilt('hub-command.js', { DATA_DIR: folder }, 'catalog', 'import', file, '--source', 'x', ...more);

  it('imports through the hub that holds the folder, and by itself when none does', async () => {
    const folder = await aFolder();
    const file = await aFile('feed.json', feed(['Strips handed out', 'Calls answered']));
    const hub = await startOn(folder);

    const through = await importing(folder, file, '--json');

    expect(through.stderr).toContain(hub.address);
    expect(through.code).toBe(0);
    expect(JSON.parse(through.stdout)).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      removed: 0,
      rejected: 1,
      withProblems: 2,
      problems: expect.any(Array),
    });
    const staff = await hubAs(hub.address, 'Grace Villanueva');
    const { dataSourceSearch } = await staff.query(
      '{ dataSourceSearch(text: "strips handed out", first: 5) { edges { node { dataSource { title } } } } }',
    );
    expect(JSON.stringify(dataSourceSearch)).toContain('Strips handed out');

    await hub.stop();
    const alone = await importing(folder, file, '--json');
    expect(alone.code).toBe(0);
    expect(JSON.parse(alone.stdout)).toMatchObject({ added: 0, changed: 0, unchanged: 2, removed: 0, rejected: 1 });
  });

  it.each([
    ['a web page', 'page.html', '<!doctype html><html></html>', /HTML/],
    ['a catalog cut off', 'cut.json', '{"dataset":[{"identifier":"1","ti', /JSON|cut|breaks|ends/i],
    ['nothing', 'empty.json', '', /empty/i],
  ])('says what a file is that is no catalog: %s', async (_what, name, content, words) => {
    const ended = await importing(await aFolder(), await aFile(name, content));

    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(words);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(ended.stdout).toBe('');
  });

  it('says when there is no such file', async () => {
    const ended = await importing(used, join(scratch, 'no-such-file.json'));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('no-such-file.json');
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it('has a doctor who looks at the folder, held or free', async () => {
    const folder = await aFolder();
    const free = await runBuilt('hub-command.js', { DATA_DIR: folder }, 'doctor');
    expect(free.stdout).toContain('migrations applied');
    expect(free.code).toBe(0);

    const hub = await startOn(folder);
    const held = await runBuilt('hub-command.js', { DATA_DIR: folder }, 'doctor');
    expect(held.stdout).toContain(`held by process ${hub.process.pid}`);
    expect(held.code).toBe(0);
  });

  it('helps whoever types it wrong', async () => {
    const ended = await runBuilt('hub-command.js', { DATA_DIR: used }, 'catalog', 'import');
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('Usage:');
  });
});

describe('a start that can not succeed', () => {
  it.each<[string, NodeJS.ProcessEnv]>([
    ['PORT', { PORT: 'three thousand' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/hub' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'hub.example.org' }],
    ['DEMO', { DEMO: 'maybe' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['DATABASE_URL', { NODE_ENV: 'production' }],
    ['DEMO', { NODE_ENV: 'production', DEMO: '1', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
  ])('names %s for %o', async (variable, environment) => {
    const ended = await runBuilt('main.js', { DATA_DIR: join(scratch, 'never'), ...environment });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(new RegExp(`\\b${variable} expects `));
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it('says that the database does not answer', async () => {
    const ended = await runBuilt('main.js', { DATABASE_URL: 'postgres://hub:secret@127.0.0.1:1/hub', PORT: '0' });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('DATABASE_URL');
    expect(ended.stderr).not.toContain('secret');
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  it('says that the port is in use, and lets go of the folder', async () => {
    const folder = await aFolder();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );

    const ended = await runBuilt('main.js', { DATA_DIR: folder, PORT: String(port) });
    await new Promise((resolve) => other.close(resolve));

    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/port is in use.*PORT/i);
    await startOn(folder);
  });
});

async function countItems(hub: HubProcess): Promise<number> {
  const ana = await hubAs(hub.address, 'Ana Reyes');
  return (await ana.query('{ actionItems(first: 1) { totalCount } }')).actionItems.totalCount as number;
}

async function notesOf(hub: HubProcess, reference: string): Promise<string[]> {
  const ana = await hubAs(hub.address, 'Ana Reyes');
  const { actionItem } = await ana.query<{ actionItem: { updates: { edges: { node: { note: string } }[] } } }>(
    'query ($reference: String!) { actionItem(reference: $reference) { updates(first: 200) { edges { node { note } } } } }',
    { reference },
  );
  return actionItem.updates.edges.map(({ node }) => node.note);
}

/** Posts one after the other, each on top of the last; answers the notes that the hub has acknowledged. */
async function postUpdates(
  hub: HubProcess,
  reference: string,
  count: number,
  onPosted: (note: string) => void = () => undefined,
): Promise<string[]> {
  const ana = await hubAs(hub.address, 'Ana Reyes');
  const { actionItem } = await ana.query(
    'query ($reference: String!) { actionItem(reference: $reference) { id version } }',
    { reference },
  );
  const notes: string[] = [];
  let expectedVersion = actionItem.version as number;
  for (let number = 1; number <= count; number += 1) {
    const note = `Burst ${reference} ${number} of ${Date.now()}.`;
    const { postUpdate } = await ana.query(
      `mutation ($input: PostUpdateInput!) {
        postUpdate(input: $input) { __typename ... on PostUpdateSuccess { actionItem { version } } }
      }`,
      { input: { actionItemId: actionItem.id, expectedVersion, status: 'IN_PROGRESS', note } },
    );
    expect(postUpdate.__typename).toBe('PostUpdateSuccess');
    expectedVersion = postUpdate.actionItem.version;
    notes.push(note);
    onPosted(note);
  }
  return notes;
}
