import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ActionItemRepository } from '@sos/actions-server';
import { buildActionItem } from '@sos/actions-server/testing';
import { buildSubGroup, buildWorkgroup } from '@sos/workgroup-server/testing';
import { appRole, inScope, openRowsOnly, type Database, type RowScope } from '@sos/platform-server';
import { writeBackup } from '../src/backup/write-backup';
import { startTestHub, type TestHub } from './support/test-hub';

const everything: RowScope = { everything: true, subGroupIds: [] };

let hub: TestHub;
let database: Database;
let folder: string;
let other: RowScope;
let itemId: string;

beforeAll(async () => {
  hub = await startTestHub({ embedded: true });
  ({ database } = hub);
  folder = mkdtempSync(join(tmpdir(), 'sos-owner-'));
  const workgroupId = await buildWorkgroup(database);
  const subGroupId = await buildSubGroup(database, workgroupId);
  other = { everything: false, subGroupIds: [await buildSubGroup(database, workgroupId)] };
  itemId = await database.asHub(async () => {
    const item = await buildActionItem(database, { workgroupId, subGroupId, isRestricted: true });
    return item.id;
  });
});
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const restricted = 'select id from action_item where restricted_to_sub_group_id is not null';

/** What outsiders are shown when our own statements carry no condition: only the database's wall stands. */
const outsiders: [name: string, ask: () => Promise<readonly unknown[]>][] = [
  ['whoever is not signed in', () => inScope(everything, openRowsOnly, () => database.query(restricted))],
  ['a member of another sub-group', () => inScope(everything, other, () => database.query(restricted))],
  [
    'a transaction',
    () => inScope(everything, other, () => database.transaction((transaction) => transaction.query(restricted))),
  ],
  [
    'an action item’s own reading',
    async () => {
      const items = hub.application.get(ActionItemRepository);
      const found = await inScope(everything, openRowsOnly, () => items.byIds([], [itemId]));
      return [...found.keys()];
    },
  ],
  ['whoever asks who they are', () => database.query(`select current_user where current_user <> '${appRole}'`)],
];

/** Asks again and again, several at once, until the work is done; tells what they should not have been shown. */
async function shownMeanwhile(ask: () => Promise<readonly unknown[]>, work: () => Promise<unknown>) {
  const shown: unknown[] = [];
  let isRunning = true;
  let asked = 0;
  const asking = Array.from({ length: 4 }, async () => {
    while (isRunning) {
      shown.push(...(await ask()));
      asked += 1;
      await delay(0);
    }
  });
  await delay(5);
  await work().finally(() => (isRunning = false));
  await Promise.all(asking);
  expect(asked).toBeGreaterThanOrEqual(4);
  return shown;
}

const labours: [name: string, labour: () => Promise<unknown>][] = [
  ['a backup is written', () => writeBackup(database, join(folder, 'hub.backup'))],
  ['the owner counts', () => database.asOwner((owner) => owner.query(restricted))],
  [
    'the owner thinks between two statements',
    () =>
      database.asOwner(async (owner) => {
        await owner.query('select 1');
        await delay(20);
        await owner.query('select 1');
      }),
  ],
  ['the owner fails', () => database.asOwner((owner) => owner.query('select nothing')).catch(() => undefined)],
  ['the schema is brought up to date', () => database.migrate()],
];

test.each(labours.flatMap(([work, labour]) => outsiders.map(([who, ask]) => ({ work, labour, who, ask }))))(
  'while $work, $who sees nothing restricted on the one connection',
  async ({ labour, ask }) => {
    expect(
      await shownMeanwhile(ask, async () => {
        for (let time = 0; time < 3; time += 1) await labour();
      }),
    ).toEqual([]);
  },
);

test('the owner sees every row, and the session is the app’s again afterwards, also when its work fails', async () => {
  expect(await database.asOwner((owner) => owner.query(restricted))).toEqual([{ id: itemId }]);
  await expect(database.asOwner((owner) => owner.query('select nothing'))).rejects.toThrow(/nothing/);
  expect(await database.query('select current_user as name')).toEqual([{ name: appRole }]);
});

test('whoever would wait for the connection that they hold is told so at once', async () => {
  const beside = /must read through it/;
  await expect(database.asOwner(() => database.query('select 1'))).rejects.toThrow(beside);
  await expect(database.transaction(() => database.asOwner((owner) => owner.query('select 1')))).rejects.toThrow(
    beside,
  );
  expect(await database.query('select current_user as name')).toEqual([{ name: appRole }]);
});
