import type { Database, Transaction } from '@sos/platform-server';

/** One transaction of the schema's owner, on a connection of its own where the database has more than one. */
export const ownerTransaction = <T>(
  database: Database,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ',
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> =>
  database.asOwner(async (owner) => {
    const runner = owner.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction(isolation);
      const outcome = await work({
        manager: runner.manager,
        query: async (text, values = []) => (await runner.query(text, values as unknown[], true)).records,
      });
      await runner.commitTransaction();
      return outcome;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  });
