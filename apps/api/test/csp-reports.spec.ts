import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { LOGGER, type Logger } from '@sos/platform-server';
import { pagePolicy, reportingEndpoints } from '../src/http/security-headers';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
const told: object[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  jest.spyOn(hub.application.get<Logger>(LOGGER), 'warn').mockImplementation((...said: unknown[]) => {
    const [{ violation }] = said as [{ violation?: object }];
    if (violation) told.push(violation);
  });
});
beforeEach(() => void told.splice(0));
afterAll(() => hub.close());

const send = (body: unknown, type = 'application/reports+json', headers: Record<string, string> = {}) =>
  fetch(`${hub.address}/csp-reports`, {
    method: 'POST',
    headers: { 'content-type': type, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const newer = (changes: object = {}) => [
  {
    type: 'csp-violation',
    age: 10,
    url: `${hub.settings.publicUrl}/directory/people/UGVyc29uOjE`,
    user_agent: 'Mozilla/5.0 of Robin Marsh',
    body: {
      documentURL: `${hub.settings.publicUrl}/directory/people/UGVyc29uOjE?q=robin+marsh`,
      referrer: 'https://mail.example.org/robin.marsh',
      blockedURL: 'https://evil.example/collect?name=robin',
      effectiveDirective: 'script-src-elem',
      originalPolicy: 'default-src none',
      sourceFile: `${hub.settings.publicUrl}/assets/index-1a2b.js?robin`,
      sample: 'alert("robin")',
      disposition: 'enforce',
      statusCode: 200,
      lineNumber: 12,
      columnNumber: 3,
      ...changes,
    },
  },
];
const older = (changes: object = {}) => ({
  'csp-report': {
    'document-uri': `${hub.settings.publicUrl}/goals/1`,
    'violated-directive': 'style-src-attr',
    'blocked-uri': 'inline',
    'source-file': 'chrome-extension://abcdef/robin.js',
    'script-sample': 'robin',
    ...changes,
  },
});

test('a page tells browsers where to report, in both ways over TLS', () => {
  expect(pagePolicy('n', true)).toContain('report-uri /csp-reports; report-to policy');
  expect(reportingEndpoints).toBe('policy="/csp-reports"');
  expect(pagePolicy('n', false)).toMatch(/report-uri \/csp-reports$/);
});

describe('reports of the content security policy', () => {
  test('are taken in both forms from anybody, and told without anything of the sender', async () => {
    expect((await send(newer())).status).toBe(204);
    expect((await send(older(), 'application/csp-report')).status).toBe(204);
    expect(told).toEqual([
      {
        directive: 'script-src-elem',
        blocked: 'https://evil.example',
        page: '/directory',
        source: '/assets/index-1a2b.js:12',
      },
      { directive: 'style-src-attr', blocked: 'inline', page: '/goals', source: 'chrome-extension' },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/robin|UGVy|Mozilla|mail\.example/i);
  });

  test('are told once for each kind, however many pages and people meet it', async () => {
    const again = (page: string) =>
      newer({ effectiveDirective: 'img-src', documentURL: `${hub.settings.publicUrl}${page}` });
    for (const page of ['/data/one', '/data/two?q=words', '/data']) await send(again(page));
    expect(told).toEqual([expect.objectContaining({ directive: 'img-src', page: '/data' })]);
    await send(again('/goals'));
    expect(told).toHaveLength(2);
  });

  test('say nothing that somebody made up to be read in the log', async () => {
    await send(
      newer({
        effectiveDirective: 'script-src\n{"level":60}',
        blockedURL: 'x'.repeat(3_000),
        documentURL: 'https://elsewhere.example/robin',
        sourceFile: 42,
      }),
    );
    expect(told).toEqual([{ directive: 'unknown', blocked: 'unknown', page: 'elsewhere', source: null }]);
  });

  test.each<[string, () => Promise<Response>, number]>([
    ['another kind of body', () => send('{}', 'text/plain'), 415],
    ['no JSON', () => send('{"csp-report"'), 400],
    ['JSON of another thing', () => send({ hello: 1 }, 'application/csp-report'), 400],
    ['a large body', () => send(newer({ sample: 'x'.repeat(17_000) })), 413],
    ['another site', () => send(newer(), undefined, { origin: 'https://evil.example' }), 403],
  ])('are not %s', async (_name, ask, status) => {
    const answer = await ask().catch(() => null);
    // The hub hangs up on the rest of a body; where the client has not read the answer by then, it hears only that.
    expect(answer?.status ?? 413).toBe(status);
    expect(told).toEqual([]);
  });

  test('cannot fill the log, by kinds or by number', async () => {
    const statuses = new Set<number>();
    for (let sent = 0; sent < 70; sent += 1) {
      const reports = Array.from({ length: 15 }, (_, place) => ({
        type: 'csp-violation',
        body: { blockedURL: `https://a${sent}-${place}.example` },
      }));
      statuses.add((await send(reports)).status);
    }
    expect(statuses).toContain(429);
    expect(told.length).toBeGreaterThan(400);
    expect(told.length).toBeLessThanOrEqual(500);
  });
});
