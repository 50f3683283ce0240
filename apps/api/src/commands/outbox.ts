import { outboxChannel, outboxState, retryUndelivered, undeliveredEntries } from '@sos/platform-server';
import type { Command } from './command';

const entriesListed = 50;

/** `outbox list`: what waits to be delivered, and what was given up. Payloads are not shown: they name people. */
export const listOutbox: Command = async (_options, { database }, output) => {
  const { waiting, failed } = await outboxState(database);
  for (const entry of await undeliveredEntries(database, entriesListed)) {
    const state = entry.isGivenUp ? 'GIVEN UP' : `next try ${entry.availableAt.toISOString()}`;
    output.print(
      `${entry.id}  ${entry.topic}  since ${entry.createdAt.toISOString()}  attempts ${entry.attempts}  ${state}` +
        (entry.lastError ? `\n    ${entry.lastError}` : ''),
    );
  }
  output.progress(`${waiting} waiting, ${failed} given up.`);
  if (failed > 0) output.progress('Mend the cause, then: npm run hub -- outbox retry');
  return 0;
};

/** `outbox retry [id]`: tries again at once what has failed, one entry or all. */
export const retryOutbox: Command = async ({ id }, { database }, output) => {
  if (id !== undefined && !/^\d{1,15}$/.test(String(id))) {
    output.progress('An entry is named by its number, as in: npm run hub -- outbox retry 17');
    return 2;
  }
  const count = await retryUndelivered(database, outboxChannel, id === undefined ? null : Number(id));
  output.print(`${count} ${count === 1 ? 'entry is' : 'entries are'} due again.`);
  return id !== undefined && count === 0 ? 1 : 0;
};
