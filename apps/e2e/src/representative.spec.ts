import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { hubAs } from './support/hub-as';
import { beginJourney, type Journey } from './support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const panelOf = (page: Page) => page.getByRole('form', { name: /^Update: / });
const sentence = (page: Page) => page.getByRole('textbox', { name: 'What changed, in a sentence' });
const post = (page: Page) => panelOf(page).getByRole('button', { name: 'Post update' });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const updateButton = (page: Page, title: string) => page.getByRole('button', { name: `Update ${title}` });

describe('a representative on My work', () => {
  it('sees what is overdue, what is due soon and who is waiting', async () => {
    const page = await journey.personAt('Ana Reyes');

    await page.getByText('2 overdue, 4 due by').waitFor();
    expect(await section(page, 'Overdue').getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Agree a standing order for buprenorphine at jail intake',
      'Send the list of treatment programs with same-day openings',
    ]);
    expect(await section(page, 'Due soon').getByRole('heading', { level: 3 }).count()).toBe(4);
    await section(page, 'Waiting on you')
      .getByRole('link', { name: 'Help wanted: stock naloxone in 40 court buildings' })
      .waitFor();
  });

  it('reports in three interactions, and everybody who carries the focus sees it', async () => {
    const title = 'Map Medi-Cal billing codes for recovery coaches in emergency departments';
    const news = 'Four of six plans sent their codes; the table is in review.';
    const page = await journey.personAt('Ana Reyes');
    const interactions: Promise<void>[] = [];
    const interact = async (act: Promise<void>) => {
      interactions.push(act);
      await act;
    };

    await interact(updateButton(page, title).click());
    await interact(sentence(page).fill(news));
    await interact(post(page).click());

    await said(page, 'Update posted').waitFor();
    await eventually(async () => expect(await panelOf(page).count()).toBe(0));
    expect(interactions.length).toBeLessThanOrEqual(3);
    for (const [person, subGroup] of [
      ['Denise Okafor', 'public-safety'],
      ['Marisol Quintero', 'harm-reduction'],
    ] as const) {
      const other = await journey.personAt(person);
      await other.goto(`/subgroups/${subGroup}/activity`);
      const entry = other.getByRole('listitem').filter({ hasText: news });
      await entry.getByRole('link', { name: title }).waitFor();
      expect(await entry.innerText()).toContain('Ana Reyes');
    }
  });

  it('has the most urgent update before them: status, sentence, post', async () => {
    const page = await journey.personAt('Ana Reyes');
    const title = 'Agree a standing order for buprenorphine at jail intake';
    const panel = page.getByRole('form', { name: `Update: ${title}` });

    await panel.getByRole('radio', { name: 'In progress' }).check();
    await sentence(page).fill('The medical board of one county signs for all small jails.');
    await post(page).click();

    await said(page, 'Update posted').waitFor();
    const row = section(page, 'Overdue').getByRole('listitem').filter({ hasText: title });
    await row.getByText('In progress').waitFor();
  });

  it('is led to an item by an address that changes nothing itself', async () => {
    const ana = await hubAs(journey.hub.address, 'Ana Reyes');
    const read = () =>
      ana.query('{ actionItem(reference: "HR-35") { version updates(first: 50) { edges { node { id } } } } }');
    const before = await read();
    const page = await journey.personAt('Ana Reyes');

    await page.goto('/?update=HR-35');

    await page
      .getByRole('form', { name: 'Update: Compare prior-authorization rules across the six largest health plans' })
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    expect(await read()).toEqual(before);
  });

  it('is told of an error at the sentence and loses nothing on the way to another page', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/?update=HR-35');
    await post(page).click();
    await panelOf(page).getByText('Write one sentence on what changed.').waitFor();
    await eventually(async () => expect(await sentence(page).getAttribute('aria-invalid')).toBe('true'));
    await sentence(page).fill('Half a thought that must');
    await page.goto('/goals');
    await page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();

    await page.goto('/?update=HR-35');

    await sentence(page).waitFor();
    expect(await sentence(page).inputValue()).toBe('Half a thought that must');
  });

  it('asks an agency for help, and its person finds it under Waiting on you and accepts', async () => {
    const title = 'Draft plain-language page on where to get naloxone, English and Spanish';
    const need = 'The Spanish text waits for a school reader to check it.';
    const page = await journey.personAt('Ana Reyes');

    await updateButton(page, title).click();
    await panelOf(page).getByRole('radio', { name: 'Blocked' }).check();
    await sentence(page).fill(need);
    await page.getByRole('combobox', { name: 'Help wanted from' }).fill('CDE');
    await page.getByRole('option', { name: 'California Department of Education' }).click();
    // The list stays open for a second agency, over the button.
    await page.keyboard.press('Escape');
    await post(page).click();
    await said(page, 'Update posted').waitFor();

    const helper = await journey.personAt('Noor Abdi');
    const request = section(helper, 'Waiting on you').getByRole('listitem').filter({ hasText: need });
    await request.getByText('Ana Reyes, Health Care Services').waitFor();
    await request.getByRole('button', { name: `Accept ${title}` }).click();
    await said(helper, 'Help accepted').waitFor();
    await eventually(async () => expect(await request.count()).toBe(0));
    await page.goto('/items/HR-41');
    await page.getByText('Accepted by Noor Abdi').first().waitFor();
  });

  it('whom somebody was quicker keeps the text, sees what is so now and posts on top', async () => {
    const title = 'Name a deputy for the emerging-contaminants call tree';
    const [ana, marisol] = [await journey.personAt('Ana Reyes'), await journey.personAt('Marisol Quintero')];
    await updateButton(ana, title).click();
    await sentence(ana).fill('Luis Ferrer is named as deputy from December.');

    await marisol.goto('/items/HR-52?update=1');
    await panelOf(marisol).getByRole('radio', { name: 'In progress' }).check();
    await sentence(marisol).fill('The night rota is printed and waits for the name.');
    await post(marisol).click();
    await said(marisol, 'Update posted').waitFor();
    await post(ana).click();

    const conflict = panelOf(ana).getByRole('group', { name: /Marisol Quintero posted an update meanwhile/ });
    await conflict.getByText('The night rota is printed and waits for the name.').waitFor();
    await conflict.getByText('In progress').waitFor();
    expect(await sentence(ana).inputValue()).toBe('Luis Ferrer is named as deputy from December.');
    await conflict.getByRole('button', { name: 'Post anyway on top' }).click();
    await said(ana, 'Update posted').waitFor();
    await ana.goto('/items/HR-52');
    const timeline = ana.getByRole('list', { name: 'Updates, newest first' }).getByRole('listitem');
    await timeline.first().waitFor();
    const [newest, before] = await timeline.allInnerTexts();
    expect(newest).toContain('Luis Ferrer is named as deputy');
    expect(before).toContain('The night rota is printed');
  });
});

describe('a representative with an item', () => {
  it('adds it, is told what is missing, and edits it', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items');
    await page.getByRole('link', { name: 'Add item' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add an action item' }).waitFor();

    await page.getByRole('button', { name: 'Add item' }).click();
    await eventually(async () =>
      expect(await page.getByRole('textbox', { name: 'Title' }).getAttribute('aria-invalid')).toBe('true'),
    );
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await page.getByRole('textbox', { name: 'Title' }).fill('Write a one-page guide to same-day starts');
    await page.getByRole('combobox', { name: 'Sub-group', exact: true }).selectOption('Harm Reduction');
    await page
      .getByRole('combobox', { name: 'Focus item' })
      .selectOption('Fewer barriers to treatment, and people who stay in it');
    await page
      .getByRole('combobox', { name: 'Goal', exact: true })
      .selectOption('2. Cross-cutting strategies against overdose, carried out');
    await page.getByRole('textbox', { name: 'Due date (optional)' }).fill('Mar 5, 2027');
    await page.getByRole('button', { name: 'Add item' }).click();

    await page.getByRole('heading', { level: 1, name: 'Write a one-page guide to same-day starts' }).waitFor();
    await page.getByText('Mar 5, 2027').first().waitFor();
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Next step (optional)' }).fill('Ask two clinics what they hand out today.');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await said(page, 'Changes saved').waitFor();
    await section(page, 'Next step').getByText('Ask two clinics what they hand out today.').waitFor();
  });

  it('of another agency may read it and not edit it', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items/PS-22');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);

    await page.goto('/items/PS-22/edit');

    await page.getByText('You can read this item and not edit it.').waitFor();
  });

  it('finds it by filters and order that live in the address', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items');
    const all = await rowTitles(page);

    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Blocked' }).click();
    await page.getByRole('button', { name: 'Remove Blocked' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Item' }).getByRole('button').click();
    await page.waitForURL(/status=BLOCKED.*sort=TITLE_ASCENDING|sort=TITLE_ASCENDING.*status=BLOCKED/);
    let narrowed: string[] = [];
    await eventually(async () => {
      narrowed = await rowTitles(page);
      expect(narrowed).toEqual([...narrowed].sort((one, other) => one.localeCompare(other)));
      expect(narrowed.length).toBeLessThan(all.length);
    });

    await page.reload();
    await page.getByRole('button', { name: 'Remove Blocked' }).waitFor();
    await eventually(async () => expect(await rowTitles(page)).toEqual(narrowed));
    await page.goBack();
    await eventually(async () => expect(new URL(page.url()).searchParams.get('sort')).toBeNull());
    await page.goBack();
    await eventually(async () => expect(await rowTitles(page)).toEqual(all));
  });

  it('keeps a view of the list under a name', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/items?status=BLOCKED&subgroup=public-safety');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Blocked in Public Safety');
    await page.getByRole('button', { name: 'Save view' }).click();
    await said(page, 'View saved').waitFor();

    await page.goto('/items');
    await page.getByRole('button', { name: 'Saved views' }).click();
    await page.getByRole('menuitem', { name: 'Blocked in Public Safety' }).click();

    await page.waitForURL('**/items?status=BLOCKED&subgroup=public-safety');
    await page.getByRole('button', { name: 'Remove Public Safety' }).waitFor();
  });

  it('moves it on the board by its menu, and back', async () => {
    const title = 'Write a refill routine for naloxone boxes in public places';
    const page = await journey.personAt('Hana Yoshida');
    await page.goto('/items/board');
    const card = (lane: string): Locator => section(page, lane).getByRole('article').filter({ hasText: title });
    await card('In progress').waitFor();

    await card('In progress')
      .getByRole('button', { name: /^Move to/ })
      .click();
    await page.getByRole('menuitem', { name: 'Blocked' }).click();
    await card('Blocked').waitFor();
    const toast = said(page, 'Moved to Blocked');
    await toast.getByRole('button', { name: 'Undo' }).click();

    await card('In progress').waitFor();
    await said(page, 'Moved to In progress').waitFor();
    await page.reload();
    await card('In progress').waitFor();
  });
});

async function rowTitles(page: Page): Promise<string[]> {
  await page.getByRole('rowheader').first().waitFor();
  return page.getByRole('rowheader').getByRole('link').allInnerTexts();
}
