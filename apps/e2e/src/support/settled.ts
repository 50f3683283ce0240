import type { Page } from 'playwright-core';

const underWay = new WeakMap<Page, Set<unknown>>();

/** Begins to count what the page asks the hub; call it before the first navigation. */
export function watchRequests(page: Page): void {
  const requests = new Set<unknown>();
  underWay.set(page, requests);
  page.on('request', (request) => new URL(request.url()).pathname === '/graphql' && requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Waits until the page has asked for all that it shows, and has drawn it. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (!requests) throw new Error('watchRequests was not called for this page.');
  const deadline = Date.now() + 15_000;
  for (let quiet = 0; quiet < 2; quiet += 1) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if (requests.size > 0) quiet = -1;
    if (Date.now() > deadline) throw new Error(`The page did not come to rest: ${page.url()}`);
  }
}
