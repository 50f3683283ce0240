import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { routes, type Route } from '../routes';
import {
  axeFindings,
  connectBrowser,
  contrastFindings,
  openContext,
  sidewaysScroll,
  signIn,
  type Screen,
} from './browser';
import { startBuiltHub, type HubProcess } from './hub-process';
import { policyTroubles, watchPolicy } from './policy';
import { settled, watchRequests } from './settled';

/** Every route and the states that no address shows, at one width, in light and in dark; a spec for each width. */
export function describeAccessibility(width: Screen['width']): void {
  const screen: Screen = { width, scheme: 'light' };
  let hub: HubProcess;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startBuiltHub(), connectBrowser()]);
    context = await openContext(browser, hub.address, screen);
    page = await context.newPage();
    watchRequests(page);
    watchPolicy(page);
    await signIn(page, 'Grace Villanueva');
  });
  afterAll(async () => {
    await context.close();
    await browser.close();
    await hub.stop();
  });

  it.each(routes.filter(({ signedOut }) => !signedOut))('$path', async (route) => {
    await visit(page, route);
    expect(await troubles(page)).toEqual([]);
  });

  describe('before anyone is signed in', () => {
    it.each(routes.filter(({ signedOut }) => signedOut))('$path meets WCAG 2.2 AA', async (route) => {
      await withPage(screen, null, async (stranger) => {
        await visit(stranger, route);
        expect(await troubles(stranger)).toEqual([]);
      });
    });
  });

  describe('a state of the page', () => {
    it('update panel, blocked, with its errors', async () => {
      await withPage(screen, 'Ana Reyes', async (own) => {
        await own
          .getByRole('button', { name: /^Update (?!all)/ })
          .first()
          .click();
        const panel = own.getByRole('form', { name: /^Update: / });
        await panel.getByRole('radio', { name: 'Blocked' }).check();
        await panel.getByRole('button', { name: /^Post update/ }).click();
        await panel.getByText('Write one sentence on what changed.').waitFor();
        expect(await troubles(own)).toEqual([]);
      });
    });

    it('dialog for declaring health, with its errors', async () => {
      await withPage(screen, 'Jordan Whitfield', async (own) => {
        await own.goto('/goals/1');
        await own.getByRole('button', { name: 'Declare health' }).first().click();
        const dialog = own.getByRole('dialog');
        await dialog.getByRole('button', { name: /^Declare health/ }).click();
        await dialog.getByText('Choose how it stands.').waitFor();
        expect(await troubles(own)).toEqual([]);
      });
    });

    it('dialog for filling a seat, with its error', async () => {
      await page.goto('/subgroups/harm-reduction/members');
      await page
        .getByRole('button', { name: /^Change.*the vacant seat/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: 'Fill seat' }).click();
      const dialog = page.getByRole('dialog', { name: 'Fill seat' });
      await dialog.getByRole('button', { name: 'Fill seat' }).click();
      await dialog.getByText('Choose who takes the seat.').waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('menu of a card and menu of the person', async () => {
      await page.goto('/items/board');
      await page
        .getByRole('button', { name: /^Move to/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      expect(await troubles(page)).toEqual([]);
      await page.keyboard.press('Escape');
      if (screen.width === 320) await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.getByRole('button', { name: /Grace Villanueva/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('search with results', async () => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search everything' }).fill('naloxone');
      await page.getByRole('option').first().waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('filters of the list and of the catalog, chosen', async () => {
      await page.goto('/items?status=BLOCKED&help=1');
      await page.getByRole('button', { name: /^Filters/ }).click();
      await page.getByRole('checkbox', { name: 'Help wanted' }).waitFor();
      expect(await troubles(page)).toEqual([]);
      await page.goto('/data?q=nonfatal+overdoes+by+county&access=RESTRICTED_PUBLIC');
      if (screen.width === 320) await page.getByRole('button', { name: /filters/ }).click();
      await page.getByRole('group', { name: 'Topic' }).waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('form with errors at its fields', async () => {
      await page.goto('/data/new');
      await page.getByRole('button', { name: 'Add source', exact: true }).click();
      await page.getByText('Enter the source’s title.').waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('import with problems', async () => {
      const content = JSON.stringify({ dataset: [{ identifier: 'x-1', title: 'Only a title' }, {}] });
      await page.goto('/data/import');
      await page
        .getByLabel('Catalog file')
        .setInputFiles({ name: 'feed.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      await page.getByRole('textbox', { name: 'Source key of the new feed' }).fill('example');
      await page.getByRole('button', { name: 'Try import' }).click();
      await page.getByRole('table', { name: 'Problems found on import' }).waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('nothing found', async () => {
      await page.goto('/data?q=zzqxv');
      await page.getByText('No source matches').first().waitFor();
      expect(await troubles(page)).toEqual([]);
    });

    it('no access, with who can grant it', async () => {
      await withPage(screen, 'Ana Reyes', async (own) => {
        await own.goto('/data/import');
        await own.getByText('Only staff and administrators import catalogs.').waitFor();
        expect(await troubles(own)).toEqual([]);
      });
    });
  });

  async function visit(visitor: Page, { path, address, link, heading }: Route): Promise<void> {
    if (link) {
      await visitor.goto(link.on);
      await visitor.getByRole('link', { name: link.name, exact: true }).first().click();
    } else await visitor.goto(address ?? path);
    // At every frame: a locator looks again only after half a second, which adds up over all the routes.
    await visitor.waitForFunction((words) => document.querySelector('h1')?.textContent === words, heading);
  }

  async function withPage(on: Screen, person: string | null, work: (own: Page) => Promise<void>): Promise<void> {
    const own = await openContext(browser, hub.address, on);
    try {
      const first = await own.newPage();
      watchRequests(first);
      watchPolicy(first);
      if (person) await signIn(first, person);
      await work(first);
    } finally {
      await own.close();
    }
  }
}

/**
 * What stands in the way of somebody on this page as it is now, in words; empty when nothing does. Everything is looked
 * at in light; in dark what depends on colours, since nothing else differs.
 */
async function troubles(page: Page): Promise<string[]> {
  await settled(page);
  const sideways = await sidewaysScroll(page);
  const inLight = await axeFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  try {
    await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark');
    await settled(page);
    const inDark = await contrastFindings(page);
    return [
      ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
      ...inLight,
      ...inDark.map((finding) => `in dark: ${finding}`),
      ...policyTroubles(page),
    ];
  } finally {
    await page.emulateMedia({ colorScheme: 'light' });
  }
}
