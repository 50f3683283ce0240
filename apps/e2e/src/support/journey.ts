import type { Browser, BrowserContext, Page } from 'playwright-core';
import { connectBrowser, openContext, type Screen } from './browser';
import { sessionCookieOf } from './hub-as';
import { startBuiltHub, type HubProcess } from './hub-process';

/** A hub of its own with people before their screens. */
export interface Journey {
  hub: HubProcess;
  /** A person at a computer of their own, signed in, on My work. */
  personAt(fullName: string, screen?: Screen): Promise<Page>;
  /** Somebody who is not signed in. */
  strangerAt(screen?: Screen): Promise<Page>;
  /** Everybody goes home; the hub stays. */
  leave(): Promise<void>;
  end(): Promise<void>;
}

export async function beginJourney(startHub: () => Promise<HubProcess> = startBuiltHub): Promise<Journey> {
  const [hub, browser] = await Promise.all([startHub(), connectBrowser()]);
  return journeyOn(hub, browser);
}

function journeyOn(hub: HubProcess, browser: Browser): Journey {
  let contexts: BrowserContext[] = [];
  const strangerAt = async (screen?: Screen): Promise<Page> => {
    const context = await openContext(browser, hub.address, screen);
    contexts.push(context);
    return context.newPage();
  };
  const leave = async (): Promise<void> => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  };
  return {
    hub,
    strangerAt,
    leave,
    personAt: async (fullName, screen) => {
      const page = await strangerAt(screen);
      await bringSession(page, hub.address, fullName);
      return page;
    },
    end: async () => {
      await leave();
      await browser.close();
      await hub.stop();
    },
  };
}

/** Signing in has journeys of its own; the others begin behind it. */
async function bringSession(page: Page, address: string, fullName: string): Promise<void> {
  const cookie = await sessionCookieOf(address, fullName);
  const [name, value] = cookie.split(/=(.*)/s) as [string, string];
  await page.context().addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor();
}
