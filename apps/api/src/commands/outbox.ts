import {
  dropHeld,
  heldEntries,
  outboxChannel,
  outboxState,
  releaseHeld,
  retryUndelivered,
  undeliveredEntries,
  type UndeliveredEntry,
} from '@sos/platform-server';
import type { Command, CommandOutput } from './command';

const entriesListed = 50;

/** `outbox list`: what waits to be delivered, and what was given up. Payloads are not shown: they name people. */
export const listOutbox: Command = async (_options, { database }, output) => {
  const { waiting, held, failed } = await outboxState(database);
  printEntries(await undeliveredEntries(database, entriesListed), output);
  output.progress(`${waiting} waiting, ${held} held, ${failed} given up.`);
  if (failed > 0) output.progress('Mend the cause, then: npm run hub -- outbox retry');
  if (held > 0) output.progress(howToDecide);
  return 0;
};

/** `outbox held`: what a restore set aside, because the hub of before may have sent it. */
export const listHeld: Command = async (_options, { database }, output) => {
  const { held } = await outboxState(database);
  printEntries(await heldEntries(database, entriesListed), output);
  output.progress(`${held} held.`);
  if (held > 0) output.progress(howToDecide);
  return 0;
};

/** `outbox retry [id]`: tries again at once what has failed, one entry or all. */
export const retryOutbox: Command = async ({ id }, { database }, output) => {
  if (!isOneOrAll(id)) return refuseName('retry', output);
  const count = await retryUndelivered(database, outboxChannel, numberOf(id));
  output.print(`${count} ${count === 1 ? 'entry is' : 'entries are'} due again.`);
  return id !== undefined && count === 0 ? 1 : 0;
};

/** `outbox release [id]`: sends what was held, one entry or all. */
export const releaseOutbox: Command = async ({ id }, { database }, output) => {
  if (!isOneOrAll(id)) return refuseName('release', output);
  const count = await releaseHeld(database, outboxChannel, numberOf(id));
  output.print(`${count} ${count === 1 ? 'entry is' : 'entries are'} released and due now.`);
  return id !== undefined && count === 0 ? 1 : 0;
};

/** `outbox drop <id>` or `outbox drop --all`: throws away what was held. */
export const dropOutbox: Command = async ({ id, all }, { database }, output) => {
  if (!isOneOrAll(id)) return refuseName('drop', output);
  if ((id === undefined) === (all !== true)) {
    output.progress('Name one entry that is held, or all of them: npm run hub -- outbox drop --all');
    return 2;
  }
  const count = await dropHeld(database, numberOf(id));
  output.print(`${count} ${count === 1 ? 'entry is' : 'entries are'} dropped.`);
  return id !== undefined && count === 0 ? 1 : 0;
};

const howToDecide =
  'Held by a restore: the hub of before may have sent them. Send them: npm run hub -- outbox release [id]; ' +
  'or throw them away: npm run hub -- outbox drop <id>, or --all';

function printEntries(entries: readonly UndeliveredEntry[], output: CommandOutput): void {
  for (const { id, topic, createdAt, attempts, state, availableAt, lastError } of entries)
    output.print(
      `${id}  ${topic}  since ${createdAt.toISOString()}  attempts ${attempts}  ` +
        (availableAt ? `next try ${availableAt.toISOString()}` : state.toUpperCase()) +
        (lastError ? `\n    ${lastError}` : ''),
    );
}

const isOneOrAll = (id: unknown): boolean => id === undefined || /^\d{1,15}$/.test(String(id));
const numberOf = (id: unknown): number | null => (id === undefined ? null : Number(id));

function refuseName(act: string, output: CommandOutput): number {
  output.progress(`An entry is named by its number, as in: npm run hub -- outbox ${act} 17`);
  return 2;
}
