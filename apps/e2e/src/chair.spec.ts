import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { hubAs } from './support/hub-as';
import { beginJourney, type Journey } from './support/journey';

const goals = {
  1: 'Better coordination and information sharing between state partners',
  2: 'Cross-cutting strategies against overdose, carried out',
  3: 'Fewer fatal overdoses in California',
};

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const goalOn = (page: Page, statement: string) => page.getByRole('region', { name: statement, exact: true });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const focusIsLost = (page: Page) => page.evaluate(() => document.activeElement === document.body);

describe('the chair of the workgroup', () => {
  it('sees on one page which goal is off track, who is silent and who asks for help', async () => {
    const page = await journey.personAt('Jordan Whitfield');

    await page.getByRole('link', { name: 'Goals', exact: true }).click();

    await page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
    const statements = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(statements[0]).toBe(goals[2]);
    expect([...statements].sort()).toEqual(Object.values(goals).sort());
    const first = goalOn(page, goals[2]);
    await first.getByText('Off track').first().waitFor();
    await first.getByText('15 of 22 items').waitFor();
    await first.getByRole('link', { name: '7 with no update' }).waitFor();
    await first.getByRole('link', { name: '3 help wanted' }).click();
    await page.waitForURL('**/items?goal=2&help=1');
    await eventually(async () => expect(await page.getByRole('rowheader').count()).toBe(3));
  });

  it('declares health with a reason, and is refused without one', async () => {
    const reason = 'Two of the three data agreements wait for a signature.';
    const page = await journey.personAt('Jordan Whitfield');
    await page.goto('/goals');
    await goalOn(page, goals[1]).getByText('Not declared').waitFor();

    await goalOn(page, goals[1])
      .getByRole('button', { name: /^Declare health/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Declare health of goal 1' });
    await dialog.getByRole('radio', { name: 'At risk' }).check();
    await dialog.getByRole('button', { name: 'Declare health' }).click();
    await dialog.getByText('Write the reason in a sentence.').waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason'),
    );
    await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
    await dialog.getByRole('button', { name: 'Declare health' }).click();

    await said(page, 'Health declared').waitFor();
    await eventually(async () => expect(await dialog.count()).toBe(0));
    await eventually(async () => expect(await focusIsLost(page)).toBe(false));
    await eventually(async () => expect(await goalOn(page, goals[1]).getByText('Not declared').count()).toBe(0));
    const other = await journey.personAt('Ana Reyes');
    await other.goto('/goals/1');
    await other.getByText(reason).first().waitFor();
    await other.getByText('Jordan Whitfield').first().waitFor();
  });

  it('whom a declaration came before keeps the reason and sees the other one', async () => {
    const [here, there] = [await journey.personAt('Jordan Whitfield'), await journey.personAt('Jordan Whitfield')];
    const openDialog = async (page: Page) => {
      await page.goto('/goals/3');
      await page.getByRole('button', { name: 'Declare health' }).first().click();
      return page.getByRole('dialog');
    };
    const [mine, theirs] = [await openDialog(here), await openDialog(there)];
    await theirs.getByRole('radio', { name: 'Off track' }).check();
    await theirs.getByRole('textbox', { name: 'Reason' }).fill('Two supply alerts came too late.');
    await theirs.getByRole('button', { name: 'Declare health' }).click();
    await said(there, 'Health declared').waitFor();

    await mine.getByRole('radio', { name: 'At risk' }).check();
    await mine.getByRole('textbox', { name: 'Reason' }).fill('Naloxone reaches every desk but two.');
    await mine.getByRole('button', { name: /^Declare/ }).click();

    await mine.getByText('Two supply alerts came too late.').waitFor();
    expect(await mine.getByRole('textbox', { name: 'Reason' }).inputValue()).toBe(
      'Naloxone reaches every desk but two.',
    );
    await mine
      .getByRole('button', { name: /^Declare/ })
      .last()
      .click();
    await said(here, 'Health declared').waitFor();
  });

  it('reads a goal with its items and goes to one', async () => {
    const page = await journey.personAt('Jordan Whitfield');
    await page.goto('/goals');

    await page.getByRole('link', { name: goals[2], exact: true }).click();

    await page.getByRole('heading', { level: 1, name: goals[2] }).waitFor();
    const items = page.getByRole('table', { name: 'Action items of this goal' });
    await items.getByRole('link', { name: 'Agree a standing order for buprenorphine at jail intake' }).click();
    await page.waitForURL('**/items/PS-19');
  });

  it('reads a sub-group by tabs that the address keeps', async () => {
    const page = await journey.personAt('Jordan Whitfield');
    await page.goto('/subgroups');
    await page.getByRole('link', { name: 'Public Safety', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Public Safety' }).waitFor();
    const tabs = page.getByRole('navigation', { name: 'Public Safety' });

    await tabs.getByRole('link', { name: /^Members/ }).click();
    await page.waitForURL('**/subgroups/public-safety/members');
    await page.getByRole('link', { name: 'Denise Okafor' }).first().waitFor();
    await eventually(async () => expect(await focusIsLost(page)).toBe(false));
    await tabs.getByRole('link', { name: /^Focus items/ }).click();
    await page.waitForURL('**/subgroups/public-safety/focus');
    await page.reload();

    await tabs.getByRole('link', { name: /^Focus items/ }).waitFor();
    expect(await tabs.getByRole('link', { name: /^Focus items/ }).getAttribute('aria-current')).toBe('page');
    await page.getByRole('link', { name: 'Homeland-security threats from illicit drugs' }).first().waitFor();
    await page.goBack();
    await page.waitForURL('**/subgroups/public-safety/members');
    await page.getByRole('link', { name: 'Denise Okafor' }).first().waitFor();
  });
});

describe('a representative', () => {
  it('is offered no declaring, and the hub refuses it too', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto('/goals/2');
    await page.getByRole('heading', { level: 1, name: goals[2] }).waitFor();
    await page.getByRole('table', { name: 'Action items of this goal' }).waitFor();
    expect(await page.getByRole('button', { name: /^Declare/ }).count()).toBe(0);

    const ana = await hubAs(journey.hub.address, 'Ana Reyes');
    const standing = () => ana.query('{ goal(number: 2) { id declaredHealth { id health } } }');
    const before = await standing();
    const answer = await ana.send(
      `mutation ($input: DeclareGoalHealthInput!) {
        declareGoalHealth(input: $input) { __typename ... on NotAllowedRefusal { message whoCan } }
      }`,
      {
        input: {
          goalId: before.goal.id,
          health: 'AT_RISK',
          reason: 'Not mine to say.',
          expectedDeclarationId: before.goal.declaredHealth.id,
        },
      },
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data.declareGoalHealth.__typename).toBe('NotAllowedRefusal');
    expect(answer.data.declareGoalHealth.whoCan).toBeTruthy();
    expect(await standing()).toEqual(before);
  });
});
