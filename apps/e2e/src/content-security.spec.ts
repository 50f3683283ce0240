import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { beginJourney, type Journey } from './support/journey';
import { eventually } from './support/eventually';
import { policyTroubles, watchPolicy } from './support/policy';
import { signIn } from './support/browser';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterAll(() => journey.end());

/** Ways in which text of somebody else's has become a program before; each would set `window.taken`. */
const attempts: [string, () => void][] = [
  ['markup in the page', () => (document.body.innerHTML = '<img src="/no" onerror="window.taken = true">')],
  ['markup beside the page', () => document.body.insertAdjacentHTML('beforeend', '<svg onload="window.taken=true">')],
  [
    'a script in a script element',
    () => {
      const script = document.createElement('script');
      script.textContent = 'window.taken = true';
      document.head.append(script);
    },
  ],
  // Later, because what the debugger itself runs may do this.
  ['text that is run', () => void setTimeout(() => (0, eval)('window.taken = true'), 0)],
  ['a timer of text', () => setTimeout('window.taken = true' as unknown as () => void, 0)],
  ['a handler in an attribute', () => document.body.setAttribute('onclick', 'window.taken = true')],
  [
    'a link that is a script',
    () => {
      const link = document.createElement('a');
      link.href = 'javascript:window.taken = true';
      document.body.append(link);
      link.click();
    },
  ],
  [
    'a frame',
    () => {
      const frame = document.createElement('iframe');
      frame.src = '/';
      document.body.append(frame);
    },
  ],
  [
    'a style in the page',
    () => {
      const style = document.createElement('style');
      style.append('body { display: none }');
      document.head.append(style);
    },
  ],
  ['a form to elsewhere', () => submitTo('https://evil.example/')],
  ['another base for every address', () => document.head.append(baseOf('https://evil.example/'))],
];
declare function submitTo(address: string): void;
declare function baseOf(address: string): Node;

describe('the policy of a page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await journey.strangerAt();
    watchPolicy(page);
    await page.addInitScript(() => {
      Object.assign(window, {
        submitTo: (address: string) => {
          const form = document.createElement('form');
          form.action = address;
          form.method = 'post';
          document.body.append(form);
          form.submit();
        },
        baseOf: (address: string) => {
          const base = document.createElement('base');
          base.href = address;
          return base;
        },
      });
    });
  });

  it.each(attempts)('lets nothing through: %s', async (_name, attempt) => {
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(policyTroubles(page)).toEqual([]);
    await page.evaluate(attempt).catch(() => undefined);
    const heard: string[] = [];
    await eventually(async () => {
      heard.push(...policyTroubles(page));
      expect(heard.length).toBeGreaterThan(0);
    });
    expect(await page.evaluate(() => 'taken' in window)).toBe(false);
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  });

  it('is told of to the hub, once for each kind, by the browser itself', async () => {
    const told = () =>
      journey.hub
        .output()
        .split('\n')
        .filter((line) => line.includes('a browser refused something'))
        .map((line) => (JSON.parse(line) as { violation: object }).violation);
    const at = { page: '/sign-in', source: null };
    await eventually(async () =>
      expect(told()).toEqual(
        expect.arrayContaining([
          { directive: 'frame-src', blocked: 'self', ...at },
          { directive: 'form-action', blocked: 'https://evil.example', ...at },
        ]),
      ),
    );
    expect(new Set(told().map((violation) => JSON.stringify(violation))).size).toBe(told().length);
  });

  it('is kept where the page changes its own look and holds itself still under a dialog', async () => {
    await signIn(page, 'Ana Reyes');
    await page.getByRole('button', { name: /^Switch to dark/ }).click();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.waitForFunction(() => document.body.hasAttribute('data-scroll-locked'));
    expect(await page.evaluate(() => getComputedStyle(document.body).overflowY)).toBe('hidden');
    expect(policyTroubles(page)).toEqual([]);
  });

  it('has another nonce in every answer', async () => {
    const nonces = await Promise.all(
      ['/', '/goals'].map(async (path) => {
        const answer = await fetch(journey.hub.address + path, { headers: { accept: 'text/html' } });
        const nonce = /'nonce-([\w-]{24})' 'strict-dynamic'/.exec(
          answer.headers.get('content-security-policy') ?? '',
        )?.[1];
        const page = await answer.text();
        expect(page.split(`nonce="${nonce}"`).length).toBeGreaterThan(3);
        expect(page).not.toContain('nonce-of-this-page');
        expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect((await fetch(`${journey.hub.address}/index.html`, { redirect: 'manual' })).status).toBe(302);
  });
});
