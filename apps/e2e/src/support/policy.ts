import type { Page } from 'playwright-core';

const broken = new WeakMap<Page, string[]>();

/** Begins to listen for what the browser refuses by the content security policy; before the first navigation. */
export function watchPolicy(page: Page): void {
  const heard: string[] = [];
  broken.set(page, heard);
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script|Type)/.test(message.text())) heard.push(message.text());
  });
}

/** What was refused since the last time, in the browser's words; empty when the page keeps its policy. */
export function policyTroubles(page: Page): string[] {
  const heard = broken.get(page);
  if (!heard) throw new Error('watchPolicy was not called for this page.');
  return heard.splice(0);
}
