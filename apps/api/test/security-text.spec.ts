import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from '@sos/platform-server';
import { startTestHub, type TestHub } from './support/test-hub';

const path = '/.well-known/security.txt';
/** A browser that opens it must not get a page of the web app. */
const read = (hub: TestHub) => fetch(hub.address + path, { headers: { accept: 'text/html,*/*;q=0.8' } });

describe('security.txt', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({
      environment: {
        PUBLIC_URL: 'https://hub.example.org',
        SECURITY_CONTACT: 'mailto:security@example.org, https://example.org/security',
      },
    });
  });
  afterAll(() => hub.close());

  test('names whom to tell, in the order of the setting, where it belongs, and when it is out of date', async () => {
    const answer = await read(hub);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const lines = (await answer.text()).trimEnd().split('\n');
    expect(lines).toEqual([
      'Contact: mailto:security@example.org',
      'Contact: https://example.org/security',
      expect.stringMatching(/^Expires: \d{4}-\d\d-\d\dT00:00:00Z$/),
      'Preferred-Languages: en',
      `Canonical: https://hub.example.org${path}`,
    ]);
    const daysLeft = (Date.parse(lines[2]!.slice('Expires: '.length)) - Date.now()) / 86_400_000;
    expect(daysLeft).toBeGreaterThan(170);
    expect(daysLeft).toBeLessThan(365);
  });

  test('is not there where nobody is named', async () => {
    const other = await startTestHub();
    const answer = await read(other);
    await other.close();
    expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('names nobody')]);
  });

  test.each(['security@example.org', 'http://example.org', 'mailto:a@example.org\nExpires: never', 'javascript:1'])(
    'is not made of %j',
    (contact) => {
      expect(() => readSettings({ NODE_ENV: 'test', SECURITY_CONTACT: contact })).toThrow(
        /SECURITY_CONTACT expects addresses such as mailto:/,
      );
    },
  );
});
