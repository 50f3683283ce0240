import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@sos/platform-testing';
import { TestIdentityProvider } from '@sos/platform-testing/oidc';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { axeFindings } from './support/browser';
import { eventually } from './support/eventually';
import { freePort, spawnHub, type HubProcess } from './support/hub-process';
import { beginJourney, type Journey } from './support/journey';
import { runBuilt, type Ended } from './support/run-built';

let journey: Journey;
let provider: TestIdentityProvider;
let command: (...words: string[]) => Promise<Ended>;

beforeAll(async () => {
  const [database, port] = await Promise.all([createTestDatabase('empty', async () => undefined), freePort()]);
  const address = `http://localhost:${port}`;
  provider = await TestIdentityProvider.start({
    redirectAddresses: [`${address}/sign-in/provider/cdph/callback`],
    accounts: [
      { sub: 'Riley Chen', email: 'riley@cdph.ca.gov', email_verified: true },
      { sub: 'Sam Stranger', email: 'sam@cdph.ca.gov', email_verified: true },
    ],
  });
  const settings = {
    NODE_ENV: 'production',
    DEMO: '',
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: address,
    SECRETS_KEY: randomBytes(32).toString('base64'),
    ALLOW_PRIVATE_IDENTITY_PROVIDERS: '1',
  };
  journey = await beginJourney(async (): Promise<HubProcess> => {
    const hub = await spawnHub(settings);
    return { ...hub, stop: () => hub.stop().then(() => database.drop()) };
  });
  command = (...words) => runBuilt('hub-command.js', settings, ...words);
  for (const words of [
    ['setup', 'california'],
    ['person', 'add', '--email', 'ada@example.org', '--name', 'Ada Marsh', '--agency', 'cdph', '--administrator'],
    ['person', 'add', '--email', 'riley@cdph.ca.gov', '--name', 'Riley Chen', '--agency', 'cdph'],
  ]) {
    const { code, stderr } = await command(...words);
    if (code !== 0) throw new Error(stderr);
  }
});
afterEach(() => journey.leave());
afterAll(async () => {
  await journey.end();
  await provider.stop();
});

const linkFor = async (email: string) => (await command('sign-in-address', email)).stdout.trim();

async function openLink(page: Page, email: string): Promise<void> {
  await page.goto(await linkFor(email));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A device that keeps passkeys, with somebody who unlocks it when asked. */
async function giveAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () =>
      (await devtools.send('WebAuthn.getCredentials', { authenticatorId })).credentials as { userHandle?: string }[],
    refuse: () => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    agree: () => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }),
  };
}

const arrived = (page: Page) => page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
}

describe('a passkey', () => {
  it('is added, signs in, and from then on stands beside the administrator’s mail link', async () => {
    const page = await journey.strangerAt();
    const device = await giveAuthenticator(page);
    await openLink(page, 'ada@example.org');
    await arrived(page);

    await page.goto('/profile');
    await page.getByText('Because of your role, add one soon').waitFor();
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Passkey added').waitFor();
    expect(await device.credentials()).toHaveLength(1);
    await page.getByRole('button', { name: /^Rename / }).click();
    const renaming = page.getByRole('form', { name: /^Rename / });
    await renaming.getByRole('textbox', { name: 'Name' }).fill('Work laptop');
    await renaming.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { name: 'Work laptop' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    await signOut(page, 'Ada Marsh');
    // This device answers at once what the browser offers under the address field.
    await arrived(page);
    await device.refuse();
    await signOut(page, 'Ada Marsh');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();

    await openLink(page, 'ada@example.org');
    await page.getByRole('heading', { level: 1, name: 'Now confirm with your passkey' }).waitFor();
    await page.getByRole('button', { name: 'Confirm with your passkey' }).click();
    await page.getByText('You are not signed in.').waitFor();
    await device.agree();
    await page.getByRole('button', { name: 'Confirm with your passkey' }).click();
    await arrived(page);

    const elsewhere = await journey.strangerAt();
    await openLink(elsewhere, 'ada@example.org');
    await elsewhere.getByRole('heading', { level: 1, name: 'Now confirm with your passkey' }).waitFor();
    await elsewhere.goto('/goals');
    await elsewhere.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect((await command('passkeys', 'reset', 'ada@example.org')).code).toBe(0);
    await openLink(elsewhere, 'ada@example.org');
    await arrived(elsewhere);
  });
});

describe('the sign-in of an agency', () => {
  it('is connected by an administrator, tested and switched on', async () => {
    const page = await journey.strangerAt();
    await openLink(page, 'ada@example.org');
    await arrived(page);
    await page.getByRole('link', { name: 'Identity providers' }).click();
    await page.getByRole('button', { name: 'Add an identity provider' }).click();
    const form = page.getByRole('form', { name: 'Add an identity provider' });
    await form.getByLabel('Name', { exact: true }).fill('Public Health');
    await form.getByLabel('Key').fill('cdph');
    await form.getByLabel('Issuer').fill(provider.issuer);
    await form.getByLabel('Client id').fill(provider.clientId);
    await form.getByLabel('Client secret').fill(provider.clientSecret);
    await form.getByRole('combobox', { name: 'Agencies' }).fill('CDPH');
    await page.getByRole('option', { name: /CDPH/ }).first().click();
    await form.getByRole('textbox', { name: 'Domains of mail addresses' }).fill('nonsense');
    await form.getByRole('button', { name: 'Add identity provider' }).click();
    await form.getByText('is no domain of mail addresses').waitFor();
    await form.getByRole('textbox', { name: 'Domains of mail addresses' }).fill('cdph.ca.gov');
    await form.getByRole('button', { name: 'Add identity provider' }).click();
    await page.getByText('Identity provider added').waitFor();

    await page.getByRole('button', { name: 'Test the connection to Public Health' }).click();
    const checks = page.getByRole('list', { name: 'Connection test' }).getByRole('listitem');
    await checks.first().waitFor();
    const told = await checks.allTextContents();
    expect(told).toHaveLength(6);
    for (const line of told) expect(line).toContain('Passed');
    await page.getByRole('button', { name: 'Switch on Public Health' }).click();
    await page.getByRole('button', { name: 'Switch off Public Health' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { stdout } = await command('identity-provider', 'list');
    expect(stdout).toMatch(/cdph\s+on\s+Public Health/);
  });

  it('lets in who is in the hub, to where they wanted to go', async () => {
    const page = await journey.strangerAt();
    await page.goto('/goals');
    await page.getByRole('button', { name: 'Sign in with Public Health' }).waitFor();
    await page.getByLabel('E-mail address at work').fill('riley@cdph.ca.gov');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sign in with Public Health' }).click();
    await page.getByText('Continue as riley@cdph.ca.gov').waitFor();
    await page.getByRole('button', { name: 'Continue as Riley Chen' }).click();
    await page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Unlink Public Health' }).click();
    const unlinked = page.getByRole('status').filter({ hasText: 'Public Health unlinked' });
    await unlinked.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Public Health linked again').waitFor();
    await page.getByRole('button', { name: 'Unlink Public Health' }).waitFor();
  });

  it('says what to do to whoever is not in it, and to who went back', async () => {
    const page = await journey.strangerAt();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in with Public Health' }).click();
    await page.getByRole('button', { name: 'Continue as Sam Stranger' }).click();
    await page.getByText('Ask the workgroup’s staff for an invitation').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().clearCookies({ domain: new URL(provider.issuer).hostname });
    await page.getByRole('button', { name: 'Sign in with Public Health' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('You went back before your agency’s sign-in was done').waitFor();
    await page.goto('/goals');
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  });

  it('is gone when it is switched off from the command line', async () => {
    const off = await command('identity-provider', 'disable', 'cdph');
    expect(off.code).toBe(0);
    const page = await journey.strangerAt();
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address at work').waitFor();
    await eventually(async () => {
      expect(await page.getByRole('button', { name: 'Sign in with Public Health' }).count()).toBe(0);
    });
  });
});
