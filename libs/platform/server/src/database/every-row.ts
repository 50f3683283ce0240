import type { Transaction } from './database';
import { enforcedRows } from './row-scope';

/**
 * Lets a part of a transaction move rows that the viewer may not know of, such as a tie between a thing that is theirs
 * and one that is hidden. What it reads must not reach the viewer.
 */
export async function withEveryRow<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  const see = (everything: boolean) =>
    transaction.query(`select set_config('hub.everything', $1, true)`, [everything ? 'yes' : 'no']);
  await see(true);
  const outcome = await work();
  // After an error the transaction is at its end, and the setting with it.
  await see(enforcedRows().everything);
  return outcome;
}
