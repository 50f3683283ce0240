import { chromium } from 'playwright-core';
import startPostgresForTests from '@sos/platform-testing/global-setup';
import { findBrowser } from './find-browser.mjs';

/** One browser and one PostgreSQL for the run; each journey gets a context and a hub of its own. */
export default async function setUp() {
  await startPostgresForTests();
  const browser = await chromium.launchServer({ headless: true, ...(await findBrowser()) });
  globalThis.testBrowser = browser;
  process.env.TEST_BROWSER = browser.wsEndpoint();
}
