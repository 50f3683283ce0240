import { setTimeout as delay } from 'node:timers/promises';
import type { Database, Row } from '../database/database';

/**
 * The statements of pg-boss, on the hub's own connections. While the database is away they wait for it instead of
 * failing: pg-boss leaves some of them unwatched, and a failure that nobody sees would end the process.
 */
export class PatientStatements {
  private readonly running = new Set<Promise<unknown>>();
  private isEnding = false;

  constructor(private readonly database: Database) {}

  readonly executeSql = (text: string, values?: unknown[]): Promise<{ rows: Row[] }> => {
    const result = this.untilAnswered(text, values);
    this.running.add(result);
    const forget = () => void this.running.delete(result);
    result.then(forget, forget);
    return result;
  };

  /** Resolves when nothing runs any more; what waits for a database that is away is given up. */
  async end(): Promise<void> {
    this.isEnding = true;
    await Promise.race([Promise.allSettled(this.running), delay(2_000, undefined, { ref: false })]);
  }

  private async untilAnswered(text: string, values: unknown[] | undefined): Promise<{ rows: Row[] }> {
    for (;;) {
      try {
        return { rows: values?.length ? await this.database.query(text, values) : await this.database.script(text) };
      } catch (error) {
        if (isAboutTheStatement(error)) throw error;
        if (this.isEnding) return new Promise(() => undefined);
        await delay(500 + Math.random() * 1_000, undefined, { ref: false });
      }
    }
  }
}

/** An error of these classes comes again with the same statement: data, integrity, syntax and rights. */
function isAboutTheStatement(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^(0A|22|23|42|P0)/.test(code);
}
