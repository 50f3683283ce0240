import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, GraphqlClient } from '@sos/platform-testing';
import { spawnHub, type HubProcess } from './support/hub-process';
import { beginJourney, type Journey } from './support/journey';
import { runBuilt, type Ended } from './support/run-built';

let journey: Journey;
let command: (...words: string[]) => Promise<Ended>;

beforeAll(async () => {
  const database = await createTestDatabase('empty', async () => undefined);
  const settings = { NODE_ENV: 'production', DEMO: '', DATABASE_URL: database.url };
  journey = await beginJourney(async (): Promise<HubProcess> => {
    const hub = await spawnHub(settings);
    return { ...hub, stop: () => hub.stop().then(() => database.drop()) };
  });
  command = (...words) => runBuilt('hub-command.js', { ...settings, PUBLIC_URL: journey.hub.address }, ...words);
  const setUp = await command('setup', 'california');
  if (setUp.code !== 0) throw new Error(setUp.stderr);
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

describe('a real hub on PostgreSQL', () => {
  it('has nobody in it and no open door', async () => {
    const answer = await new GraphqlClient(journey.hub.address, null).send(
      '{ hub { isDemonstration } demonstrationPersons { id } }',
    );
    // A stranger asks nothing that our own pages do not ask.
    expect(answer).toMatchObject({ status: 403, errors: [{ extensions: { code: 'AD_HOC_OPERATION' } }] });
    const page = await journey.strangerAt();
    await page.goto('/');
    await page.getByLabel('E-mail address at work').waitFor();
    expect(await page.getByRole('button', { name: /^Sign in as/ }).count()).toBe(0);
    expect(await page.getByText('Sample content').count()).toBe(0);
  });

  it('is set up only once', async () => {
    const again = await command('setup', 'california');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('already holds');
  });

  it('lets a person in by an address that works once, and not by looking at it', async () => {
    const added = await command(
      ...['person', 'add', '--email', 'first@example.org', '--name', 'Robin Marsh', '--agency', 'cdph'],
      '--administrator',
    );
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('Added Robin Marsh') });
    const made = await command('sign-in-address', 'first@example.org');
    expect(made.code).toBe(0);
    const address = made.stdout.trim();
    expect(address.startsWith(journey.hub.address)).toBe(true);

    for (let look = 0; look < 3; look += 1) expect((await fetch(address)).status).toBe(200);
    const scanner = await journey.strangerAt();
    await scanner.goto(address);
    await scanner.getByRole('button', { name: 'Sign in', exact: true }).waitFor();

    const page = await journey.strangerAt();
    await page.goto(address);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /Robin Marsh/ }).waitFor();
    await page.goto('/data/import');
    await page.getByRole('heading', { level: 1, name: 'Import a catalog' }).waitFor();
    await page.getByRole('form', { name: 'Import' }).waitFor();

    await scanner.getByRole('button', { name: 'Sign in', exact: true }).click();
    await scanner.getByText('You are not signed in.').waitFor();
    await scanner.goto('/');
    await scanner.getByLabel('E-mail address at work').waitFor();
  });

  it('gives nobody an address who is not in it', async () => {
    const made = await command('sign-in-address', 'stranger@example.org');
    expect(made).toMatchObject({ code: 1, stdout: '' });
    expect(made.stderr).toContain('stranger@example.org');
  });
});
