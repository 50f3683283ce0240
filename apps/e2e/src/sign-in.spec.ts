import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@sos/platform-testing';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { axeFindings, sidewaysScroll } from './support/browser';
import { eventually } from './support/eventually';
import { spawnHub, type HubProcess } from './support/hub-process';
import { beginJourney, type Journey } from './support/journey';
import { Mailbox } from './support/mailbox';

const robin = { name: 'Robin Marsh', email: 'robin.marsh@example.org' };

let journey: Journey;
let mailbox: Mailbox;
let database: pg.Client;

beforeAll(async () => {
  const testDatabase = await createTestDatabase('empty', async () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'sos-journey-'));
  mailbox = new Mailbox(folder);
  database = new pg.Client({ connectionString: testDatabase.url });
  journey = await beginJourney(async (): Promise<HubProcess> => {
    const settings = { NODE_ENV: 'production', DEMO: '', DATABASE_URL: testDatabase.url, DATA_DIR: folder };
    const hub = await spawnHub({ ...settings, SIGN_IN_LINKS_PER_ADDRESS: '100' });
    await database.connect();
    const stop = async () => {
      await hub.stop();
      await database.end();
      await testDatabase.drop();
      rmSync(folder, { recursive: true });
    };
    return { ...hub, stop };
  });
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const pressSignIn = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click();
const askForLink = async (page: Page) => {
  await page.getByLabel('E-mail address at work').fill(robin.email);
  await page.getByRole('button', { name: 'Send link' }).click();
  await page.getByRole('heading', { level: 1, name: 'Look in your mail' }).waitFor();
  return mailbox.nextLink(robin.email, 'sign in');
};
/** By mail, from the sign-in page to the hub. */
const robinAt = async (path = '/'): Promise<Page> => {
  const page = await journey.strangerAt();
  await page.goto(path);
  await page.goto(await askForLink(page));
  await pressSignIn(page);
  await page.getByRole('button', { name: new RegExp(robin.name) }).waitFor();
  return page;
};
const ageSessions = (change: string) => database.query(`update session set ${change}`);
/** As when somebody comes back to the window. */
const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const isWell = async (page: Page) => {
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
};

describe('a new hub', () => {
  it('prints the address that sets it up, once', async () => {
    const [address] = /http:\S+\/set-up#token=\S+/.exec(journey.hub.output()) ?? [];
    const page = await journey.strangerAt({ width: 320, scheme: 'dark' });
    await page.goto(address!);
    await page.getByLabel('Your name').fill(robin.name);
    await page.getByLabel('Your e-mail address at work').fill(robin.email);
    await page.getByRole('button', { name: 'Set up the hub' }).click();
    await page.getByText('Choose your agency.').waitFor();
    await isWell(page);
    await page
      .getByRole('combobox', { name: 'Your agency' })
      .selectOption({ label: 'California Department of Public Health' });
    await page.getByRole('button', { name: 'Set up the hub' }).click();
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();

    const late = await journey.strangerAt();
    await late.goto(address!);
    await late.getByText('used, has expired, or the hub has an administrator').waitFor();
  });
});

describe('a link by mail', () => {
  it('leads from the page one wanted, through the message, to that page', async () => {
    const page = await journey.strangerAt();
    await page.goto('/goals?view=all');
    const link = await askForLink(page);
    await isWell(page);
    const other = await journey.strangerAt();
    await other.goto(link);
    await pressSignIn(other);
    await other.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
    expect(new URL(other.url()).pathname + new URL(other.url()).search).toBe('/goals?view=all');
    await page.goto(link);
    await pressSignIn(page);
    await page.getByText('You are not signed in.').waitFor();
  });
});

describe('a session that nobody uses', () => {
  it('warns, is put off, and at its end keeps what was typed', async () => {
    const page = await robinAt('/items/new');
    const title = page.getByRole('textbox', { name: /^Title/ });
    await title.fill('A word that must not be lost');

    await ageSessions(`last_seen_at = now() - interval '28 minutes 30 seconds'`);
    await look(page);
    const dialog = page.getByRole('dialog', { name: 'Are you still there?' });
    await dialog.getByText(/in 1 minute/).waitFor();
    await isWell(page);
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // This one; those of the journeys before stay as old as they were made.
    const { rows } = await database.query(`select 1 from session where last_seen_at > now() - interval '1 minute'`);
    expect(rows).toHaveLength(1);

    await ageSessions(`last_seen_at = now() - interval '29 minutes 57 seconds'`);
    await look(page);
    await dialog.waitFor();
    await page.getByText('Your session has ended.').waitFor();
    expect(new URL(page.url()).search).toBe('?return=%2Fitems%2Fnew');

    await page.goto(await askForLink(page));
    await pressSignIn(page);
    await page.getByRole('heading', { level: 1, name: 'Add an action item' }).waitFor();
    expect(await title.inputValue()).toBe('A word that must not be lost');
  });
});

describe('one’s own profile', () => {
  it('asks for a code before it sends notifications elsewhere, and then does it', async () => {
    const page = await robinAt('/profile');
    await ageSessions(`authenticated_at = now() - interval '1 hour'`);
    await page.getByLabel('Another address for notifications').fill('home@example.org');
    await page.getByRole('button', { name: 'Send link to confirm it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByRole('button', { name: 'Send code' }).click();
    const { text } = await mailbox.next(robin.email, 'code');
    await dialog.getByRole('textbox', { name: 'Code' }).fill('0');
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await dialog.getByText('This is not the newest code').waitFor();
    await isWell(page);
    await dialog.getByRole('textbox', { name: 'Code' }).fill(/\d{4} \d{4}/.exec(text!)![0]);
    await dialog.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText('home@example.org waits to be confirmed').waitFor();

    const elsewhere = await journey.strangerAt();
    await elsewhere.goto(await mailbox.nextLink('home@example.org', 'Confirm this address'));
    await elsewhere.getByRole('button', { name: 'Confirm address' }).click();
    await elsewhere.getByText('Address confirmed').waitFor();
    await page.reload();
    await page.getByText('Notifications go to home@example.org.').waitFor();
  });

  it('signs out everywhere', async () => {
    const [here, there] = [await robinAt('/profile'), await robinAt('/')];
    await here.reload();
    const sessions = here.getByRole('list', { name: 'Where you are signed in' });
    await sessions.getByText('Chrome on Linux').first().waitFor();
    await here.getByRole('button', { name: 'Sign out everywhere' }).click();
    await here.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await eventually(async () => {
      await there.goto('/goals');
      await there.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ timeout: 1_000 });
    });
    expect((await database.query('select 1 from session')).rows).toEqual([]);
  });
});
