import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  holdWaiting,
  Outbox,
  OutboxHandlers,
  outboxState,
  OutboxWorker,
  type DeliveredEntry,
} from '@sos/platform-server';
import { commands } from '../src/commands/registry';
import { startTestHub, type TestHub } from './support/test-hub';

interface Delivery {
  payload: { word: string };
  entry: DeliveredEntry;
}

describe.each([
  ['PostgreSQL', false],
  ['the embedded database', true],
])('the outbox on %s', (_name, embedded) => {
  let hub: TestHub;
  const deliveries: Delivery[] = [];
  let trouble: string | null = null;
  let whenDelivered: (() => void) | undefined;

  beforeAll(async () => {
    hub = await startTestHub({ embedded });
    hub.application.get(OutboxHandlers).register('test.word', async (payload: { word: string }, entry) => {
      // A handler must never find the one connection of the embedded database taken.
      await hub.database.query('select 1');
      if (trouble) throw new Error(trouble);
      deliveries.push({ payload, entry });
      whenDelivered?.();
    });
  });
  afterAll(() => hub.close());
  beforeEach(async () => {
    await hub.database.query('delete from outbox_entry');
    deliveries.length = 0;
    trouble = null;
    whenDelivered = undefined;
  });

  const add = (word: string, topic = 'test.word') =>
    hub.database.transaction((transaction) => hub.application.get(Outbox).add(transaction, topic, { word }));
  const only = async () => (await hub.database.query('select * from outbox_entry'))[0]!;
  const makeDue = () => hub.database.query('update outbox_entry set available_at = now()');
  const runCommand = async (name: string, options = {}) => {
    const lines: string[] = [];
    const output = { progress: (line: string) => lines.push(line), print: (line: string) => lines.push(line) };
    const { database, settings } = hub;
    const exitCode = await commands[name]!(options, { database, settings, calendar: null! }, output);
    return { exitCode, text: lines.join('\n') };
  };

  test('what a transaction adds is delivered once, after the commit', async () => {
    await add('first');
    await hub.deliverOutbox();
    await hub.deliverOutbox();
    expect(deliveries).toMatchObject([{ payload: { word: 'first' }, entry: { topic: 'test.word', attempts: 1 } }]);
    expect((await only()).delivered_at).not.toBeNull();
  });

  test('what a transaction added that failed is never delivered', async () => {
    const failing = hub.database.transaction(async (transaction) => {
      await hub.application.get(Outbox).add(transaction, 'test.word', { word: 'never' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await hub.deliverOutbox();
    expect(deliveries).toEqual([]);
  });

  test('a failed delivery waits, keeps its reason, and is tried again', async () => {
    trouble = 'The mail server does not answer.';
    await add('later');
    await hub.deliverOutbox();
    await hub.deliverOutbox();
    expect(await only()).toMatchObject({ attempts: 1, last_error: trouble, delivered_at: null });
    const [wait] = await hub.database.query(
      "select available_at - now() > interval '9 seconds' as long from outbox_entry",
    );
    expect(wait).toEqual({ long: true });
    trouble = null;
    await makeDue();
    await hub.deliverOutbox();
    expect(deliveries).toMatchObject([{ payload: { word: 'later' }, entry: { attempts: 2 } }]);
    expect((await only()).last_error).toBeNull();
  });

  test('after twelve attempts it is given up, in plain sight, until somebody retries', async () => {
    trouble = 'No such mailbox.';
    await add('lost');
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await makeDue();
      await hub.deliverOutbox();
    }
    expect(await only()).toMatchObject({ attempts: 12, delivered_at: null });
    const ready = await fetch(`${hub.address}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([
      200,
      { status: 'ready', outbox: { waiting: 0, failed: 1 } },
    ]);
    const listed = await runCommand('outbox list');
    expect(listed.text).toMatch(/test\.word .*attempts 12 {2}GIVEN UP\n {4}No such mailbox\./);
    expect(listed.text).not.toContain('lost');

    trouble = null;
    expect(await runCommand('outbox retry')).toEqual({ exitCode: 0, text: '1 entry is due again.' });
    await hub.deliverOutbox();
    expect(deliveries).toMatchObject([{ payload: { word: 'lost' } }]);
    expect(await runCommand('outbox retry', { id: '999999' })).toMatchObject({ exitCode: 1 });
    expect(await runCommand('outbox retry', { id: 'all; drop' })).toMatchObject({ exitCode: 2 });
  });

  test('what is held is not sent by itself, nor by a retry, until somebody releases it', async () => {
    await add('held');
    await add('thrown away');
    await add('also held');
    trouble = 'Not yet.';
    await hub.deliverOutbox();
    trouble = null;
    expect(await holdWaiting(hub.database)).toBe(3);
    await hub.deliverOutbox();
    expect(await runCommand('outbox retry')).toEqual({ exitCode: 0, text: '0 entries are due again.' });
    await hub.deliverOutbox();
    expect(deliveries).toEqual([]);
    const ready = await fetch(`${hub.address}/readyz`);
    expect(await ready.json()).toEqual({
      status: 'ready',
      outbox: { waiting: 0, held: 3, failed: 0, oldestWaitingSeconds: null },
    });
    for (const name of ['outbox list', 'outbox held']) {
      const { text } = await runCommand(name);
      expect(text.match(/test\.word .*HELD\n {4}Not yet\./g)).toHaveLength(3);
      expect(text).toContain('outbox release');
      expect(text).not.toContain('thrown away');
    }

    const ids = (await hub.database.query('select id from outbox_entry order by id')).map(({ id }) => String(id));
    expect(await runCommand('outbox release', { id: ids[0] })).toEqual({
      exitCode: 0,
      text: '1 entry is released and due now.',
    });
    await hub.deliverOutbox();
    expect(deliveries).toMatchObject([{ payload: { word: 'held' }, entry: { attempts: 2 } }]);
    expect(await runCommand('outbox drop', { id: ids[1] })).toEqual({ exitCode: 0, text: '1 entry is dropped.' });
    expect(await runCommand('outbox release')).toMatchObject({ exitCode: 0 });
    await hub.deliverOutbox();
    expect(deliveries.map(({ payload }) => payload.word)).toEqual(['held', 'also held']);
  });

  test('only what is held can be dropped, and everything only in so many words', async () => {
    await add('waits');
    const [{ id }] = (await hub.database.query('select id from outbox_entry')) as [{ id: number }];
    expect(await runCommand('outbox drop', { id: String(id) })).toMatchObject({ exitCode: 1 });
    expect(await runCommand('outbox release', { id: String(id) })).toMatchObject({ exitCode: 1 });
    await holdWaiting(hub.database);
    expect(await runCommand('outbox drop')).toMatchObject({ exitCode: 2 });
    expect(await runCommand('outbox drop', { id: '1; drop' })).toMatchObject({ exitCode: 2 });
    expect(await runCommand('outbox drop', { id: String(id), all: true })).toMatchObject({ exitCode: 2 });
    expect(await outboxState(hub.database)).toMatchObject({ held: 1 });
    await add('new');
    expect(await runCommand('outbox drop', { all: true })).toEqual({ exitCode: 0, text: '1 entry is dropped.' });
    await hub.deliverOutbox();
    expect(deliveries.map(({ payload }) => payload.word)).toEqual(['new']);
  });

  test('what was given up is not held: it would not be sent by itself', async () => {
    await add('given up');
    await hub.database.query('update outbox_entry set attempts = 12');
    expect(await holdWaiting(hub.database)).toBe(0);
    expect(await outboxState(hub.database)).toMatchObject({ waiting: 0, held: 0, failed: 1 });
  });

  test('what a killed worker had claimed is delivered by another when the lease ends', async () => {
    await add('orphan');
    // As the claim of a worker that dies before it has delivered.
    await hub.database.query(`update outbox_entry set attempts = 1, available_at = now() + interval '90 seconds'`);
    await hub.deliverOutbox();
    expect(deliveries).toEqual([]);
    await makeDue();
    await hub.deliverOutbox();
    expect(deliveries).toMatchObject([{ payload: { word: 'orphan' }, entry: { attempts: 2 } }]);
  });

  test('a topic that nobody here knows stays for a version that does', async () => {
    await add('future', 'test.unknown');
    await hub.deliverOutbox();
    expect(await only()).toMatchObject({ attempts: 0, delivered_at: null });
  });

  test('several workers share the work: each entry goes out once', async () => {
    for (let number = 0; number < 40; number += 1) await add(`word ${number}`);
    await Promise.all(Array.from({ length: 4 }, () => hub.deliverOutbox()));
    expect(deliveries.map(({ payload }) => payload.word).sort()).toEqual(
      Array.from({ length: 40 }, (_, number) => `word ${number}`).sort(),
    );
  });

  test('a running worker is woken by the commit', async () => {
    const worker = hub.application.get(OutboxWorker);
    await worker.start();
    const delivered = new Promise<void>((resolve) => (whenDelivered = resolve));
    await add('at once');
    const started = performance.now();
    await delivered;
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(deliveries).toMatchObject([{ payload: { word: 'at once' } }]);
  });
});
