import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ActivityRecorder, type ActivityRecord } from '@sos/activity-server';
import { asHub, Calendar } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { parse } from 'csv-parse/sync';
import { exportAudit } from '../src/commands/audit';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
let folder: string;
let administrator: GraphqlClient;
const calendar = new Calendar('America/Los_Angeles');

beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration' });
  folder = mkdtempSync(join(tmpdir(), 'sos-audit-export-'));
  const [row] = await hub.database.query<{ id: string }>(
    `select person_id as id from role_grant where role = 'administrator' limit 1`,
  );
  administrator = await hub.as(row!.id);
  const [group] = await hub.database.query<{ id: string }>('select id from sub_group order by id limit 1');
  await record({ subjectLabel: '=HYPERLINK("https://example.org")', action: 'tried', visibleInFeed: false });
  await record({ subjectLabel: 'Sensitive work', action: 'tried', restrictedToSubGroupId: group!.id });
  await record({ subjectLabel: '100% of it, with _', action: 'tried' });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const record = (entry: Pick<ActivityRecord, 'subjectLabel' | 'action'> & Partial<ActivityRecord>) =>
  asHub(() =>
    hub.database.transaction((transaction) =>
      new ActivityRecorder().record(transaction, null, {
        subjectType: 'Goal',
        subjectId: '00000000-0000-4000-8000-000000000001',
        ...entry,
      }),
    ),
  );

async function run(options: object, work: typeof asHub = asHub) {
  const printed: string[] = [];
  const said: string[] = [];
  const output = { print: (line: string) => void printed.push(line), progress: (line: string) => void said.push(line) };
  const services = { settings: hub.settings, database: hub.database, calendar };
  const exitCode = await work(() => exportAudit({ ...options }, services, output));
  return { exitCode, printed, said };
}

const trail = async (filter: object, first = 200, after: string | null = null) =>
  (
    await administrator.query(
      `query ($filter: AuditFilter, $first: Int, $after: String) { auditTrail(filter: $filter, first: $first, after: $after) {
        totalCount pageInfo { endCursor hasNextPage }
        edges { node { id occurredAt actorLabel action subjectLabel before after isRestricted } } } }`,
      { filter, first, after },
    )
  ).auditTrail as {
    totalCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    edges: {
      node: { id: string; actorLabel: string; subjectLabel: string; isRestricted: boolean; occurredAt: string };
    }[];
  };

test('an administrator reads every entry, those of no feed and of restricted work too, a page at a time', async () => {
  const [counted] = await asHub(() => hub.database.query(`select count(*) as count from audit_entry`));
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof trail>> = await trail({}, 100, after);
    expect(page.totalCount).toBe(counted!.count);
    seen.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(new Set(seen).size).toBe(counted!.count);
  const tried = await trail({ action: 'TRIED' });
  expect(tried.edges.map(({ node }) => [node.subjectLabel, node.isRestricted])).toEqual([
    ['100% of it, with _', false],
    ['Sensitive work', true],
    ['=HYPERLINK("https://example.org")', false],
  ]);
});

test('parts of the filter narrow each other, and nothing in them is a pattern', async () => {
  const blocked = await trail({ action: 'posted Blocked' });
  const { actorLabel } = blocked.edges[0]!.node;
  const theirs = await trail({ action: 'posted Blocked', person: actorLabel.toLowerCase() });
  expect(theirs.totalCount).toBeGreaterThan(0);
  expect(theirs.totalCount).toBeLessThan(blocked.totalCount);
  expect((await trail({ thing: '100% of' })).totalCount).toBe(1);
  expect((await trail({ thing: '1_0%' })).totalCount).toBe(0);
  const day = calendar.dayOf(new Date(blocked.edges[0]!.node.occurredAt));
  const ofTheDay = await trail({ from: day, to: day });
  expect(ofTheDay.edges.every(({ node }) => calendar.dayOf(new Date(node.occurredAt)) === day)).toBe(true);
  expect(ofTheDay.totalCount).toBeGreaterThan(0);
});

test('the command writes every entry with its seal, one JSON object a line', async () => {
  const file = join(folder, 'trail.jsonl');
  expect((await run({ file, format: 'jsonl' })).exitCode).toBe(0);
  const entries = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [counted] = await asHub(() => hub.database.query(`select count(*) as count from audit_entry`));
  expect(entries).toHaveLength(counted!.count as number);
  expect(entries.every(({ hash }) => /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
  expect(entries.map(({ number }) => number)).toEqual(
    entries.map(({ number }) => number).toSorted((a, b) => Number(a) - Number(b)),
  );
  expect(entries.find(({ action }) => action === 'posted Blocked on')).toMatchObject({ after: { status: 'blocked' } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a spreadsheet runs nothing of it', async () => {
  const { printed } = await run({ format: 'csv' });
  const rows = parse(printed.join('\n'), { columns: true }) as Record<string, string>[];
  expect(rows.at(-3)!.subjectLabel).toBe(`'=HYPERLINK("https://example.org")`);
  expect(rows.at(-1)).toMatchObject({ subjectLabel: '100% of it, with _', isRestricted: 'false' });
});

test('whoever may not know of restricted work does not get it in an export either', async () => {
  const { printed } = await run({ format: 'jsonl' }, (work) => work());
  expect(printed.length).toBeGreaterThan(200);
  expect(printed.join()).not.toContain('Sensitive work');
});

test.each([{ format: 'xml' }, { format: 'csv', from: 'yesterday' }, { format: 'csv', to: '2026-02-31' }])(
  'wrong usage is said: %p',
  async (options) => {
    const { exitCode, said } = await run(options);
    expect(said[0]).toContain('YYYY-MM-DD');
    expect(exitCode).toBe(2);
  },
);
