import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './support/browser';
import { eventually } from './support/eventually';
import { beginJourney, type Journey } from './support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

const members = '/subgroups/harm-reduction/members';
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });
const undo = async (page: Page, words: string, then: string) => {
  await said(page, words).getByRole('button', { name: 'Undo' }).click();
  await said(page, then).waitFor();
};
const focusIsKept = (page: Page) =>
  eventually(async () => expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false));
const seats = (page: Page) => page.getByRole('table', { name: 'Seats of Harm Reduction' });
const seatOf = (page: Page, name: string) => seats(page).getByRole('row').filter({ hasText: name });
const choose = async (page: Page, row: string, act: string) => {
  await seatOf(page, row)
    .getByRole('button', { name: /^Change/ })
    .click();
  await page.getByRole('menuitem', { name: act }).click();
};
const pick = async (page: Page, label: RegExp, typed: string) => {
  await page.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: typed }).first().click();
};

describe('an administrator', () => {
  it('fills a vacant seat with somebody of the hub by keyboard, and takes it back', async () => {
    const page = await journey.personAt('Sam Kimura');
    await page.goto(members);
    await seatOf(page, 'Vacant seat')
      .getByRole('button', { name: /^Change/ })
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Fill seat' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Fill seat' });
    await dialog.getByRole('button', { name: 'Fill seat' }).press('Enter');
    await dialog.getByText('Choose who takes the seat.').waitFor();
    const person = dialog.getByRole('combobox', { name: 'Person' });
    await eventually(async () => expect(await person.evaluate((field) => field === document.activeElement)).toBe(true));
    expect(await axeFindings(page)).toEqual([]);

    await page.keyboard.type('Noor Abdi');
    await page.getByRole('option', { name: 'Noor Abdi' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');

    await said(page, 'Seat filled').waitFor();
    await seatOf(page, 'Noor Abdi').waitFor();
    await focusIsKept(page);
    await undo(page, 'Seat filled', 'Seat vacated');
    await seatOf(page, 'Vacant seat').waitFor();
    await focusIsKept(page);
  });

  it('names an alternate, removes one, and moves the last day of a seat', async () => {
    const page = await journey.personAt('Sam Kimura');
    await page.goto(members);
    await choose(page, 'Hana Yoshida', 'Name an alternate');
    await pick(page, /^Alternate/, 'Wendell Price');
    await page.getByRole('button', { name: 'Name alternate' }).click();
    await said(page, 'Alternate named').waitFor();
    const row = seatOf(page, 'Hana Yoshida');
    await row.getByRole('link', { name: 'Wendell Price' }).waitFor();
    await choose(page, 'Hana Yoshida', 'Remove alternate');
    await eventually(async () => expect(await row.getByRole('link', { name: 'Wendell Price' }).count()).toBe(0));
    await undo(page, 'Alternate removed', 'Alternate as before');
    await row.getByRole('link', { name: 'Wendell Price' }).waitFor();

    const term = await row.getByRole('cell').nth(2).innerText();
    await choose(page, 'Hana Yoshida', 'Change last day');
    const lastDay = page.getByRole('dialog').getByRole('textbox', { name: /^Last day/ });
    await lastDay.fill('the day after');
    await page.getByRole('button', { name: 'Change last day' }).click();
    await eventually(async () => expect(await lastDay.getAttribute('aria-invalid')).toBe('true'));
    await lastDay.fill('Dec 31, 2031');
    await page.getByRole('button', { name: 'Change last day' }).click();
    await said(page, 'Last day changed').waitFor();
    await row.getByText('Dec 31, 2031').waitFor();
    await undo(page, 'Last day changed', 'Last day as before');
    await eventually(async () => expect(await row.getByRole('cell').nth(2).innerText()).toBe(term));
  });

  it('adds a seat for somebody from their page, and is told at the field what is wrong with it', async () => {
    const page = await journey.personAt('Sam Kimura', { width: 320, scheme: 'light' });
    await page.goto('/admin/people');
    await page.getByRole('link', { name: 'Hana Yoshida' }).click();
    const held = page.getByRole('table', { name: 'Seats' });
    await held.waitFor();
    await page.getByRole('link', { name: 'Add a seat' }).click();
    await page.getByRole('heading', { level: 1, name: 'Add a seat' }).waitFor();
    expect(await page.getByRole('combobox', { name: /^Person/ }).inputValue()).toBe('Hana Yoshida');
    await page.getByLabel('Seat in').selectOption({ label: 'Public Safety' });
    await page.getByRole('textbox', { name: /^First day/ }).fill('Dec 4, 2031');
    await page.getByRole('textbox', { name: /^Last day/ }).fill('Dec 3, 2031');
    await page.getByRole('button', { name: 'Add seat' }).click();
    await page.getByText('The last day is before the first one. Choose a later day.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('textbox', { name: /^Last day/ }).fill('Dec 3, 2032');
    await page.getByRole('button', { name: 'Add seat' }).click();

    await said(page, 'Seat added, from Dec 4, 2031').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Hana Yoshida' }).waitFor();
    const added = held.getByRole('row').filter({ hasText: 'Member of Public Safety' });
    await added.getByText('To begin').waitFor();
    await added.getByText('Dec 4, 2031 to Dec 3, 2032').waitFor();
  });

  it('resets the passkeys of somebody who has lost their device, and learns what comes next', async () => {
    const page = await journey.personAt('Sam Kimura');
    await page.goto('/admin/people');
    await page.getByRole('link', { name: 'Hana Yoshida' }).click();
    await page.getByRole('button', { name: 'Reset passkeys' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reset passkeys' });
    await dialog.getByText('This cannot be undone', { exact: false }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Reset passkeys' }).click();
    await said(page, 'Hana Yoshida had no passkey.').waitFor();
    await focusIsKept(page);
  });

  it('finds an invitation that was begun again after a reload, until it is sent or thrown away', async () => {
    const page = await journey.personAt('Sam Kimura');
    const address = page.getByLabel('E-mail at work');
    await page.goto('/admin/invite');
    await address.fill('robin.vale@example.org');
    await page.getByLabel('A few words').fill('We need your view of the jails.');
    await page.getByText(/^Draft kept/).waitFor();
    await page.reload();
    await page.getByText('What you wrote before is here again.').waitFor();
    expect(await address.inputValue()).toBe('robin.vale@example.org');
    await pick(page, /^Agency/, 'Department of Health Care Services');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await said(page, 'Invitation sent').waitFor();
    await page.goto('/admin/invite');
    expect(await address.inputValue()).toBe('');
  });
});

describe('whoever may not', () => {
  it('chairs of a sub-group change its seats but not their own', async () => {
    const page = await journey.personAt('Marisol Quintero');
    await page.goto(members);
    await seatOf(page, 'Hana Yoshida')
      .getByRole('button', { name: /^Change/ })
      .waitFor();
    expect(await seatOf(page, 'Marisol Quintero').getByRole('button').count()).toBe(0);
    await page.goto('/seats/new?subgroup=harm-reduction');
    await page.getByRole('button', { name: 'Add seat' }).waitFor();
    const bodies = await page.getByLabel('Seat in').getByRole('option').allInnerTexts();
    expect(bodies).toEqual(['Harm Reduction']);
    expect(await page.getByLabel('As').getByRole('option').allInnerTexts()).toEqual(['Member', 'Co-chair']);
  });

  it('staff add seats, and reset nobody’s passkeys', async () => {
    const page = await journey.personAt('Grace Villanueva');
    await page.goto('/admin/people');
    await page.getByRole('link', { name: 'Hana Yoshida' }).click();
    await page.getByRole('link', { name: 'Add a seat' }).waitFor();
    expect(await page.getByRole('button', { name: 'Reset passkeys' }).count()).toBe(0);
  });

  it('members see no way to change a seat', async () => {
    const page = await journey.personAt('Ana Reyes');
    await page.goto(members);
    await seatOf(page, 'Hana Yoshida').waitFor();
    expect(await seats(page).getByRole('button').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Add a seat' }).count()).toBe(0);
    await page.goto('/seats/new');
    await page.getByText('Ask the chair of the sub-group.').waitFor();
  });
});
