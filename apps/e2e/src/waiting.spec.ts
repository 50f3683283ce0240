import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { beginJourney, type Journey } from './support/journey';
import './support/patience';

let journey: Journey;
beforeAll(async () => {
  journey = await beginJourney();
});
afterAll(() => journey.end());

/** React would hold back for 300 ms, from when the place was empty, what it found by itself. */
const heldBack = 300;

/** Milliseconds of the page's own clock, which stands still but for what it is told, until the thing is seen. */
async function clockUntil(page: Page, seen: Locator): Promise<number> {
  for (let passed = 0; passed < heldBack; passed += 1) {
    await page.clock.runFor(1);
    const isSeen = await seen.waitFor({ timeout: 40 }).then(
      () => true,
      () => false,
    );
    if (isSeen) return passed;
  }
  return heldBack;
}

it.each([
  ['/', 'Update all 6'],
  ['/goals', 'Declared'],
  ['/data', 'Public Health'],
])('%s shows what the hub has answered at once', async (path, name) => {
  const page = await journey.personAt('Ana Reyes');
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(path, { waitUntil: 'commit' });
  const seen = page.getByRole('main').getByText(name).first();
  expect(await clockUntil(page, seen)).toBeLessThan(heldBack / 2);
});
