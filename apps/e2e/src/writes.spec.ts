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

const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

describe('what people write', () => {
  it('is kept on both sides when two edit one item: the second sees both texts and chooses, word by word', async () => {
    const [first, second] = [await journey.personAt('Denise Okafor'), await journey.personAt('Ana Reyes')];
    for (const page of [first, second]) {
      await page.goto('/items/PS-19/edit');
      await page.getByRole('textbox', { name: 'Next step' }).waitFor();
    }
    await first.getByRole('textbox', { name: 'Next step' }).fill('Call the sheriff of Fresno on Monday.');
    await first.getByRole('button', { name: 'Save changes' }).click();
    await said(first, 'Changes saved').waitFor();

    const step = second.getByRole('textbox', { name: 'Next step' });
    await step.fill('Call the sheriff of Kern on Monday.');
    await second.getByRole('button', { name: 'Save changes' }).click();
    const field = second.getByRole('group', { name: 'Next step: saved meanwhile' });
    await field.waitFor();
    expect(await field.locator('mark').allInnerTexts()).toEqual(['Fresno', 'Kern']);
    expect(await step.inputValue()).toBe('Call the sheriff of Kern on Monday.');
    await field.getByRole('button', { name: 'Use theirs for Next step' }).click();
    expect(await step.inputValue()).toBe('Call the sheriff of Fresno on Monday.');
    await field.getByRole('button', { name: 'Use mine for Next step' }).click();
    await step.fill('Call the sheriffs of Fresno and Kern on Monday.');
    await second.getByRole('button', { name: 'Save mine on top' }).click();
    await second.locator('p').filter({ hasText: 'Call the sheriffs of Fresno and Kern on Monday.' }).waitFor();
  });

  it('is done once and told once when the answer is lost on its way back', async () => {
    const page = await journey.personAt('Ana Reyes');
    const keys: string[] = [];
    await page.route('**/graphql', async (route) => {
      const body = route.request().postDataJSON() as {
        operationName?: string;
        variables?: { input?: { idempotencyKey?: string } };
      };
      if (body.operationName !== 'PostUpdate') return route.continue();
      keys.push(body.variables?.input?.idempotencyKey ?? 'none');
      // The hub does it; its first two answers never arrive.
      if (keys.length > 2) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.goto('/items/PS-19?update=1');
    const news = 'The answer to this one is lost twice.';
    await page.getByRole('textbox', { name: 'What changed, in a sentence' }).fill(news);
    await page.getByRole('button', { name: 'Post update' }).last().click();
    await said(page, 'Update posted').waitFor();
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(3);
    const ana = await hubAs(journey.hub.address, 'Ana Reyes');
    const { actionItem } = await ana.query(
      '{ actionItem(reference: "PS-19") { updates(first: 5) { edges { node { note } } } } }',
    );
    const notes = actionItem.updates.edges.map(({ node }: { node: { note: string } }) => node.note);
    expect(notes.filter((note: string) => note === news)).toHaveLength(1);
  });

  it('is removed with one press and comes back by Undo, or later from the list', async () => {
    const page = await journey.personAt('Ana Reyes');
    const title = 'Agree a standing order for buprenorphine at jail intake';
    await page.goto('/items/PS-19');
    await page.getByRole('button', { name: 'Remove' }).click();
    await said(page, 'Removed PS-19').getByRole('button', { name: 'Undo' }).click();
    await said(page, 'Restored PS-19').waitFor();
    await page.goto('/items/PS-19');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.getByRole('button', { name: 'Remove' }).click();
    await said(page, 'Removed PS-19').waitFor();
    await page.goto('/items/PS-19');
    await page.getByRole('heading', { level: 1, name: 'Action item not found' }).waitFor();
    const other = await journey.personAt('Denise Okafor');
    await other.goto('/removed');
    await other.getByRole('button', { name: `Restore ${title}` }).press('Enter');
    await said(other, `Restored ${title}`).waitFor();
    await eventually(async () => expect(await other.getByRole('row').filter({ hasText: title }).count()).toBe(0));
    await other.goto('/items/PS-19');
    await other.getByRole('heading', { level: 1, name: title }).waitFor();
  });
});
