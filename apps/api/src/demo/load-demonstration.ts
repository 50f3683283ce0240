import type { Calendar, Database, Transaction } from '@sos/platform-server';
import { insertActionItems } from './insert-action-items';
import { insertDataSources } from './insert-data-sources';
import { insertPeople } from './insert-people';
import { insertObjectives } from './insert-objectives';
import { insertRows } from './insert-rows';
import { hasWorkgroup, insertStructure } from './load-california-structure';
import { StoryClock } from './story-clock';
import type { AuditRow } from './story-trail';

/**
 * Fills an empty hub with the demonstration workgroup, in one transaction. The same content gives the same ids and
 * times of day; its days count from today.
 * @param say Hears, in words for a person, what goes on.
 * @returns false, and changes nothing, when the hub has a workgroup already.
 */
export async function loadDemonstration(
  database: Database,
  calendar: Calendar,
  say: (line: string) => void = () => undefined,
): Promise<boolean> {
  const load = async (transaction: Transaction): Promise<boolean> => {
    if (await hasWorkgroup(transaction)) return false;
    await insertDemonstration(transaction, new StoryClock(calendar), say);
    return true;
  };
  const loaded = await database.asHub(() => database.transaction(load));
  // The planner knows nothing of tables that were just filled.
  if (loaded) await database.asOwner((owner) => owner.query('analyze'));
  return loaded;
}

async function insertDemonstration(
  transaction: Transaction,
  clock: StoryClock,
  say: (line: string) => void,
): Promise<void> {
  say('Loading the sample workgroup: agencies, people and goals …');
  await insertStructure(transaction);
  await insertPeople(transaction, clock);
  const declarations = await insertObjectives(transaction, clock);
  say('Loading the sample catalog of data sources …');
  await insertDataSources(transaction, clock);
  say('Loading the sample action items and their histories …');
  const histories = await insertActionItems(transaction, clock);
  await insertTrail(transaction, [...declarations, ...histories]);
  say('The sample content is loaded.');
}

/** Entries are numbered as they are inserted, and feeds follow the number: so the oldest goes first. */
async function insertTrail(transaction: Transaction, entries: AuditRow[]): Promise<void> {
  const inOrder = entries.toSorted((one, other) => one.occurred_at.localeCompare(other.occurred_at));
  await insertRows(transaction, 'audit_entry', inOrder);
}
