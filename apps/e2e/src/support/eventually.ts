import { setTimeout as delay } from 'node:timers/promises';

/** Repeats the expectations until they hold; after ten seconds the last failure is the answer. */
export async function eventually(expectations: () => Promise<void>, patience = 10_000): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await expectations();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(50);
    }
  }
}
