import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { beginJourney, type Journey } from './support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const updatePanel = (page: Page) => page.getByRole('form', { name: /^Update: / });

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.count()) === 1 && (await target.evaluate((element) => element === document.activeElement));
const focusComesTo = (target: Locator) => eventually(async () => expect(await hasFocus(target)).toBe(true), 5_000);
const focusIsSomewhere = (page: Page) =>
  eventually(
    async () =>
      expect(await page.evaluate(() => [document.body, null].includes(document.activeElement as HTMLElement))).toBe(
        false,
      ),
    5_000,
  );

/** Presses a key; wherever it leads, the focus must not fall out of the page. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await focusIsSomewhere(page);
}

async function tabTo(page: Page, target: Locator, most = 60, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < most; step += 1) {
    if (await hasFocus(target)) return;
    await press(page, key);
  }
  throw new Error(`${most} times ${key} did not lead to ${String(target)}.`);
}

const tabBackTo = (page: Page, target: Locator) => tabTo(page, target, 20, 'Shift+Tab');

describe('a representative with nothing but a keyboard', () => {
  it('signs in, moves, reports and goes on with the next item', async () => {
    const page = await journey.strangerAt();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in as Ana Reyes' }).first().waitFor();

    await tabTo(page, page.getByRole('button', { name: 'Sign in as Ana Reyes' }).first());
    await press(page, 'Enter');
    await heading(page, 'My work').waitFor();
    await focusComesTo(heading(page, 'My work'));
    const button = (title: string) => page.getByRole('button', { name: `Update ${title}` });
    const [first, second, third] = [
      button('Agree a standing order for buprenorphine at jail intake'),
      button('Send the list of treatment programs with same-day openings'),
      button('Map Medi-Cal billing codes for recovery coaches in emergency departments'),
    ];
    await press(page, 'j');
    await focusComesTo(second);
    await press(page, 'k');
    await focusComesTo(first);
    await press(page, 'j');
    await press(page, 'u');

    await focusComesTo(updatePanel(page).getByRole('radio', { name: 'Not started' }));
    await press(page, 'ArrowRight');
    expect(await updatePanel(page).getByRole('radio', { name: 'In progress' }).isChecked()).toBe(true);
    const sentence = updatePanel(page).getByRole('textbox', { name: 'What changed, in a sentence' });
    await tabTo(page, sentence, 3);
    await page.keyboard.type('The list went out to all jails; juvenile halls follow.');
    await press(page, 'Control+Enter');

    await said(page, 'Update posted').waitFor();
    await focusComesTo(third);
    await page.getByRole('listitem').filter({ has: second }).getByText('In progress').waitFor();
  });

  it('skips the navigation', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items');
    await heading(page, 'Action items').waitFor();
    await press(page, 'Tab');
    const skip = page.getByRole('link', { name: 'Skip to main content' });
    await tabBackTo(page, skip);

    await press(page, 'Enter');

    await focusComesTo(page.getByRole('main'));
    await press(page, 'Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('closes the panel with Escape and is back at the row, the draft kept', async () => {
    const page = await journey.personAt('Ana Reyes');
    const row = page.getByRole('button', { name: /^(Update|Close) Compare prior-authorization rules/ });
    await tabTo(page, row);
    await press(page, 'Enter');
    await tabTo(page, updatePanel(page).getByRole('textbox'), 3);
    await page.keyboard.type('juk');

    await press(page, 'Escape');

    await eventually(async () => expect(await updatePanel(page).count()).toBe(0));
    await focusComesTo(row);
    await press(page, 'u');
    expect(await updatePanel(page).getByRole('textbox').inputValue()).toBe('juk');
  });

  it('reads the item, posts from its page and stays there', async () => {
    const page = await journey.personAt('Ana Reyes');
    const link = page.getByRole('link', { name: 'Name a deputy for the emerging-contaminants call tree' });
    await tabTo(page, link);
    await press(page, 'Enter');
    await focusComesTo(heading(page, 'Name a deputy for the emerging-contaminants call tree'));

    await tabTo(page, page.getByRole('button', { name: 'Post update' }));
    await press(page, 'Enter');
    await tabTo(page, updatePanel(page).getByRole('textbox'), 4);
    await page.keyboard.type('The name goes to the chair on Monday.');
    await press(page, 'Control+Enter');

    await said(page, 'Update posted').waitFor();
    await eventually(async () => expect(await updatePanel(page).count()).toBe(0));
    await focusIsSomewhere(page);
    await page.getByRole('listitem').filter({ hasText: 'The name goes to the chair on Monday.' }).waitFor();
  });

  it('is led to the error in a form', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items/new');
    await tabTo(page, page.getByRole('button', { name: 'Add item' }), 80);
    await press(page, 'Enter');
    await focusComesTo(page.getByRole('textbox', { name: 'Title' }));
  });

  it('moves a card by its menu and stays with it', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items/board');
    const card = page.getByRole('article').filter({ hasText: 'HR-52' });
    await card.waitFor();
    await tabTo(page, card.getByRole('button', { name: /^Move to/ }), 80);

    await press(page, 'Enter');
    await focusComesTo(page.getByRole('menuitem', { name: 'In progress' }));
    await press(page, 'ArrowDown');
    await press(page, 'Enter');

    await page.getByRole('region', { name: 'Blocked', exact: true }).getByText('HR-52').waitFor();
    await focusComesTo(card.getByRole('button', { name: /^Move to/ }));
  });
});

describe('search from anywhere', () => {
  it('opens a result with the arrows and Enter', async () => {
    const page = await journey.personAt('Ana Reyes');

    await press(page, 'Control+k');
    const field = page.getByRole('combobox', { name: 'Search everything' });
    await focusComesTo(field);
    await page.keyboard.type('naloxone');
    await page.getByRole('option').nth(2).waitFor();
    await eventually(async () => expect(await chosen(page)).toBe(0));
    await press(page, 'ArrowDown');
    await press(page, 'ArrowDown');
    await press(page, 'ArrowUp');
    expect(await chosen(page)).toBe(1);
    const wanted = await page.getByRole('option').nth(1).locator('span').first().innerText();
    await press(page, 'Enter');

    await focusComesTo(heading(page, wanted));
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('gives the focus back on Escape, and to the button that opened it', async () => {
    const page = await journey.personAt('Ana Reyes');
    const row = page.getByRole('button', { name: /^Update Send the list of treatment programs/ });
    await press(page, 'j');
    await focusComesTo(row);
    await press(page, 'Control+k');
    await focusComesTo(page.getByRole('combobox', { name: 'Search everything' }));
    await press(page, 'Escape');
    await focusComesTo(row);

    const opener = page.getByRole('button', { name: /^Search everything/ });
    await tabBackTo(page, opener);
    await press(page, 'Enter');
    await focusComesTo(page.getByRole('combobox', { name: 'Search everything' }));
    await press(page, 'Escape');
    await focusComesTo(opener);
  });

  it('leaves an open panel behind it open', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/?update=HR-35');
    await updatePanel(page).waitFor();
    const opener = page.getByRole('button', { name: /^Search everything/ });
    await tabBackTo(page, opener);
    await press(page, 'Enter');
    await focusComesTo(page.getByRole('combobox', { name: 'Search everything' }));

    await press(page, 'Escape');

    await focusComesTo(opener);
    expect(await updatePanel(page).count()).toBe(1);
  });
});

describe('a dialog', () => {
  it('keeps the focus inside and gives it back to its button', async () => {
    const page = await journey.personAt('Jordan Whitfield');
    await page.goto('/goals');
    const opener = page.getByRole('button', { name: /of goal 2$/ });
    await opener.waitFor();
    await tabTo(page, opener);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let step = 0; step < 12; step += 1) {
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    }

    await press(page, 'Escape');

    await eventually(async () => expect(await dialog.count()).toBe(0));
    await focusComesTo(opener);
  });

  it('that a menu opened gives it back to the menu’s button', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items?status=BLOCKED');
    const opener = page.getByRole('button', { name: 'Saved views' });
    await opener.waitFor();
    await tabTo(page, opener);
    await press(page, 'Enter');
    await focusComesTo(page.getByRole('menuitem', { name: 'Save this view' }));
    await press(page, 'Enter');
    await focusComesTo(page.getByRole('dialog').getByRole('textbox', { name: 'Name' }));

    await press(page, 'Escape');

    await eventually(async () => expect(await page.getByRole('dialog').count()).toBe(0));
    await focusComesTo(opener);
  });

  it('the menu of a narrow screen takes the focus and gives it back', async () => {
    const page = await journey.personAt('Ana Reyes', { width: 320, scheme: 'light' });
    const opener = page.getByRole('button', { name: 'Menu', exact: true });
    await tabTo(page, opener);
    await press(page, 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Menu' });
    await tabTo(page, dialog.getByRole('link', { name: 'Goals' }));
    await press(page, 'Escape');
    await focusComesTo(opener);

    await press(page, 'Enter');
    await tabTo(page, dialog.getByRole('link', { name: 'Goals' }));
    await press(page, 'Enter');
    await focusComesTo(heading(page, 'Goals'));
  });
});

function chosen(page: Page): Promise<number> {
  return page
    .getByRole('option')
    .evaluateAll((options) => options.findIndex((option) => option.getAttribute('aria-selected') === 'true'));
}
