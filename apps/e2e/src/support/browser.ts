import axe, { type RunOnly } from 'axe-core';
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
  await page.getByRole('searchbox', { name: 'Find a person' }).fill(fullName);
  await page
    .getByRole('button', { name: `Sign in as ${fullName}` })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds against WCAG 2.2 A and AA and its best practices, one line for each; empty when all is well.
 * Run in the page itself: AxeBuilder carries every passed check out of it, which takes several times as long.
 */
export const axeFindings = (page: Page): Promise<string[]> => findings(page, { type: 'tag', values: rules });

/** Of the same, what depends on the colours. */
export const contrastFindings = (page: Page): Promise<string[]> =>
  findings(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

async function findings(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')}`),
    );
  }, runOnly);
}

/** Pixels by which the page is wider than the screen; 0 when nothing scrolls sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
