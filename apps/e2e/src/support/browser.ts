import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

export interface Screen {
  width: 1280 | 390 | 320;
  scheme: 'light' | 'dark';
}

export async function connectBrowser(): Promise<Browser> {
  const address = process.env.TEST_BROWSER;
  if (!address)
    throw new Error('TEST_BROWSER is not set: run the journeys through the jest configuration of the repository.');
  return chromium.connect(address);
}

export async function openContext(
  browser: Browser,
  address: string,
  screen: Screen = { width: 1280, scheme: 'light' },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: screen.width, height: 900 },
    colorScheme: screen.scheme,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return context;
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, fullName: string): Promise<void> {
  await page.goto('/sign-in');
  await page
    .getByRole('button', { name: new RegExp(fullName) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
}

/** What axe finds against WCAG 2.2 A and AA and its best practices, one line for each; empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`));
}

/** Pixels by which the page is wider than the screen; 0 when nothing scrolls sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
