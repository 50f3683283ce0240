import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { hubAs } from './support/hub-as';
import { beginJourney, type Journey } from './support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search the data catalog in plain words' });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const facet = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true });
const results = (page: Page) => page.getByRole('list', { name: 'Data sources' }).getByRole('heading', { level: 3 });

/** "86 sources", as the heading above the results says. */
const total = async (page: Page): Promise<number> =>
  parseInt(await page.getByRole('heading', { level: 2, name: /^[\d,]+ sources?$/ }).innerText(), 10);

/** What each answer of a facet that can be chosen promises. */
const offered = (page: Page, title: string): Promise<{ name: string; count: number }[]> =>
  facet(page, title)
    .locator('label')
    .evaluateAll((labels) =>
      labels
        .filter((label) => !label.closest('div')?.querySelector('input')?.checked)
        .map((label) => /^(.*?)\s*,?\s*([\d,]+)$/s.exec(label.textContent.trim()))
        .flatMap((found) => (found?.[1] ? [{ name: found[1].trim(), count: Number(found[2]?.replace(',', '')) }] : [])),
    );

describe('data staff in the catalog', () => {
  it('finds sources by plain words, a typo mended and the count said', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.getByRole('link', { name: 'Data catalog', exact: true }).click();

    await searchField(page).fill('nonfatal overdoes by county and race');

    await page.getByText('nonfatal overdose by county and race').waitFor();
    await page.getByRole('button', { name: 'Search for “overdoes” instead' }).waitFor();
    await page.waitForURL('**/data?q=nonfatal+overdoes+by+county+and+race');
    const understood = page.getByRole('group', { name: 'Understood as' });
    await understood.getByText('By county').waitFor();
    await understood.getByText('By race').waitFor();
    const count = await total(page);
    expect(count).toBeGreaterThan(2);
    await said(page, `${count} sources found`).waitFor();
    const found = await results(page).allInnerTexts();
    expect(found).toHaveLength(count);
    expect(found.slice(0, 5)).toEqual(expect.arrayContaining(['HCAI Emergency Department Data']));
    expect(await page.locator('mark').first().innerText()).toMatch(/nonfatal|overdose/i);
  });

  it('narrows by facets that keep their promise and never lead to zero', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data');
    await results(page).first().waitFor();
    const chosen: string[] = [];

    for (const title of ['Topic', 'Geography', 'Access', 'Update frequency', 'Agency']) {
      const choices = await offered(page, title);
      expect(choices.every(({ count }) => count > 0)).toBe(true);
      const [choice] = choices;
      if (!choice) continue;
      await facet(page, title)
        .getByRole('checkbox', { name: new RegExp(`^${escaped(choice.name)}\\W+${choice.count}$`) })
        .click();
      await eventually(async () => expect(await total(page)).toBe(choice.count));
      await page.getByRole('button', { name: `Remove ${choice.name}` }).waitFor();
      chosen.push(choice.name);
    }

    expect(chosen.length).toBeGreaterThanOrEqual(4);
    await page.getByRole('button', { name: `Remove ${chosen[0]}` }).click();
    await eventually(async () =>
      expect(await page.getByRole('button', { name: `Remove ${chosen[0]}` }).count()).toBe(0),
    );
  });

  it('goes back by the browser, and finds all of it at the same address', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data?q=naloxone');
    await results(page).first().waitFor();
    const before = await results(page).allInnerTexts();
    const [choice] = await offered(page, 'Access');

    await facet(page, 'Access')
      .getByRole('checkbox', { name: new RegExp(`^${escaped(choice!.name)}`) })
      .click();
    await eventually(async () => expect(await total(page)).toBe(choice!.count));
    const narrowed = await results(page).allInnerTexts();
    await page.reload();
    await eventually(async () => expect(await results(page).allInnerTexts()).toEqual(narrowed));
    expect(await searchField(page).inputValue()).toBe('naloxone');

    await page.goBack();
    await eventually(async () => expect(await results(page).allInnerTexts()).toEqual(before));
  });

  it('sees at a restricted source how to ask for it', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data?q=CalRx');
    const result = page.getByRole('listitem').filter({
      has: page.getByRole('link', { name: 'CalRx naloxone sales', exact: true }),
    });
    await result.getByText('Restricted', { exact: true }).waitFor();
    await result.getByText('How to ask: Write to the CalRx team with the measure and the period.').waitFor();
    await result.getByRole('link', { name: /^See all steps/ }).click();

    await page.getByRole('heading', { level: 1, name: /^CalRx naloxone sales/ }).waitFor();
    const how = page.getByRole('region', { name: 'How to get it' });
    await how.getByText('Write to the CalRx team with the measure and the period.').waitFor();
    await page.getByRole('region', { name: 'Steward' }).getByRole('link', { name: 'Priya Raman' }).waitFor();
  });

  it('is told when nothing matches, and what to do', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data?q=zzqxv');
    await page.getByText('No source matches “zzqxv”').waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await results(page).first().waitFor();
  });
});

describe('a data steward', () => {
  it('edits a source of the own agency and takes it back', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data/california-overdose-surveillance-dashboard');
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    const lag = page.getByRole('textbox', { name: 'Lag (optional)' });
    await lag.waitFor();
    const before = await lag.inputValue();

    await lag.fill('about 5 months');
    await page.getByRole('button', { name: 'Save changes' }).click();

    await said(page, 'Changes saved').waitFor();
    await page.waitForURL('**/data/california-overdose-surveillance-dashboard');
    await page.getByRole('region', { name: 'At a glance' }).getByText('about 5 months').waitFor();
    await said(page, 'Changes saved').getByRole('button', { name: 'Undo' }).click();
    await said(page, 'Changes undone').waitFor();
    await page.getByRole('region', { name: 'At a glance' }).getByText(before).waitFor();
  });

  it('does not edit a source of another agency', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data/hcai-emergency-department-data');
    await page.getByRole('heading', { level: 1, name: /^HCAI/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);
    await page.goto('/data/hcai-emergency-department-data/edit');
    await page.getByText(/^Only staff and the data stewards of/).waitFor();
  });

  it('adds a source, errors told at their fields, and finds it', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data');
    await page.getByRole('link', { name: 'Add source' }).click();
    const title = page.getByRole('textbox', { name: 'Title', exact: true });
    await title.waitFor();

    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByText('Enter the source’s title.').waitFor();
    await eventually(async () => expect(await title.evaluate((field) => field === document.activeElement)).toBe(true));
    await title.fill('Syringe services visits');
    await page
      .getByRole('textbox', { name: 'Description', exact: true })
      .fill('Visits to syringe services programs, counted by each program and sent once a month.');
    const topics = page.getByRole('combobox', { name: 'Topics' });
    await topics.click();
    await page.getByRole('option').first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Keywords' }).fill('syringe');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'First year (optional)' }).fill('twenty');
    await page.getByRole('button', { name: 'Add source' }).click();
    await page.getByText('Enter a year such as 2016.').waitFor();
    await page.getByRole('textbox', { name: 'First year (optional)' }).fill('2019');
    await page.getByRole('button', { name: 'Add source' }).click();

    await page.getByRole('heading', { level: 1, name: 'Syringe services visits' }).waitFor();
    await page.goto('/data?q=syringe+visits');
    await page.getByRole('link', { name: 'Syringe services visits', exact: true }).waitFor();
  });

  it('does not import catalogs', async () => {
    const page = await journey.personAt('Tomas Beltran');
    await page.goto('/data/import');
    await page.getByText('Only staff and administrators import catalogs.').waitFor();
  });
});

describe('the workgroup’s staff', () => {
  const contact = { fn: 'Data desk', hasEmail: 'mailto:data@example.org' };
  const dataset = (identifier: string, title: string) => ({
    '@type': 'dcat:Dataset',
    identifier,
    title,
    description: `${title}, month by month.`,
    keyword: ['overdose'],
    modified: '2026-02-05',
    publisher: { name: 'Example Department' },
    contactPoint: contact,
    accessLevel: 'public',
  });
  const feed = {
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    dataset: [
      dataset('x-1', 'Test strips handed out'),
      dataset('x-2', 'Bupe bridge calls answered'),
      { identifier: 'x-3', title: 'Only a title' },
      { title: 'Nameless to machines' },
    ],
  };
  const countOfSources = async () => {
    const staff = await hubAs(journey.hub.address, 'Grace Villanueva');
    return (await staff.query('{ dataSourceSearch(first: 1) { totalCount } }')).dataSourceSearch.totalCount as number;
  };

  it('tries a feed, imports it from a file, and a second time finds it unchanged', async () => {
    const before = await countOfSources();
    const page = await journey.personAt('Grace Villanueva');
    await page.getByRole('link', { name: 'Catalog import' }).click();
    await page.getByRole('button', { name: 'Try import' }).click();
    await page.getByText('Choose a file.').waitFor();

    await chooseFile(page, 'feed.json', JSON.stringify(feed));
    await page.getByRole('textbox', { name: 'Source key of the new feed' }).fill('example');
    await page.getByRole('button', { name: 'Try import' }).click();
    await outcome(page, 'Trial finished: nothing was changed', ['3 added', '0 changed', '0 unchanged', '0 withdrawn']);
    expect(await countOfSources()).toBe(before);

    await page
      .getByRole('region', { name: /^Trial finished/ })
      .getByRole('button', { name: 'Import catalog' })
      .click();
    await outcome(page, 'Import finished', ['3 added', '0 changed', '0 unchanged', '0 withdrawn']);
    await page.getByText('1 dataset rejected').waitFor();
    const problems = page.getByRole('table', { name: 'Problems found on import' });
    await problems.getByRole('row', { name: /x-3.*contactPoint/ }).waitFor();
    expect(await countOfSources()).toBe(before + 3);
    const firstRun = page.url();

    const tryFirst = page.getByRole('checkbox', { name: /^Try it first/ });
    if (await tryFirst.isChecked()) await tryFirst.click();
    await page.getByRole('button', { name: 'Import catalog' }).click();
    await page.waitForURL((address) => address.href !== firstRun);
    await outcome(page, 'Import finished', ['0 added', '0 changed', '3 unchanged', '0 withdrawn']);
    await page.reload();
    await outcome(page, 'Import finished', ['0 added', '0 changed', '3 unchanged', '0 withdrawn']);
    await page.getByRole('link', { name: 'Show the imported sources' }).click();
    await page.getByRole('link', { name: 'Bupe bridge calls answered' }).waitFor();
  });

  it.each([
    ['a web page', '<!doctype html><html><body>Sign in to go on</body></html>', /web page \(HTML\), not a catalog/],
    ['a catalog cut off', JSON.stringify(feed).slice(0, 400), /JSON|cut off|breaks off|end/i],
    ['an error body', '{"error":"not found","status":404}', /catalog|dataset/i],
  ])('is told what a file is that is no catalog: %s', async (_what, content, words) => {
    const before = await countOfSources();
    const page = await journey.personAt('Grace Villanueva');
    await page.goto('/data/import');
    await chooseFile(page, 'data.json', content);
    await nameFeed(page, 'broken');
    await page.getByRole('checkbox', { name: /^Try it first/ }).click();

    await page.getByRole('button', { name: 'Import catalog' }).click();

    const failed = page.getByRole('region', { name: 'Import failed' }).getByRole('alert');
    await failed.waitFor();
    expect(await failed.innerText()).toMatch(words);
    expect(await failed.innerText()).toContain('Nothing in the catalog has changed.');
    expect(await countOfSources()).toBe(before);
  });

  async function chooseFile(page: Page, name: string, content: string): Promise<void> {
    await page
      .getByLabel('Catalog file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  }

  async function nameFeed(page: Page, key: string): Promise<void> {
    const known = page.getByRole('combobox', { name: 'Feed' });
    const field = page.getByRole('textbox', { name: 'Source key of the new feed' });
    await known.or(field).first().waitFor();
    await eventually(async () => {
      if (await known.count()) await known.selectOption('A new feed');
      await field.fill(key, { timeout: 1_000 });
    });
  }

  async function outcome(page: Page, title: string, counts: string[]): Promise<void> {
    const region = page.getByRole('region', { name: title });
    await eventually(
      async () => expect((await region.getByRole('listitem').allInnerTexts()).map(inOneLine)).toEqual(counts),
      30_000,
    );
  }
});

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
