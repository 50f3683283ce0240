import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, LOGGER, type Logger } from '@sos/platform-server';
import { changesByNumber, latestNumbers, numbersFrom, numbersOutOfOrder, type RecordedChange } from './recorded-change';

/** Where the database announces each entry of the trail, by its number, when its transaction has committed. */
export const changesChannel = 'hub_changes';

type TellChanges = (changes: readonly RecordedChange[]) => void;

/** Announcements that come together are read together. */
const millisecondsToGather = 15;
const numbersRemembered = 5_000;
const numbersAtOnce = 500;

/**
 * The changes that all servers make, as they are committed: one listening connection and one statement for a handful
 * of them, however many people watch. After a lost connection it reads what it has not heard.
 */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  private readonly watchers = new Set<TellChanges>();
  private readonly waiting = new Set<number>();
  /** What was told or was there before, so that nothing is told twice. In the order of insertion. */
  private readonly known = new Set<number>();
  private highest = 0;
  private listening: Promise<void> | null = null;
  private gathering: NodeJS.Timeout | undefined;
  private isReading = false;
  private isEnding = false;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The server begins to listen with its first watcher. @returns the way to stop. */
  async watch(tell: TellChanges): Promise<() => void> {
    this.listening ??= this.listen();
    // A database that was away is asked again by the next watcher.
    await this.listening.catch((error: unknown) => {
      this.listening = null;
      throw error;
    });
    this.watchers.add(tell);
    return () => void this.watchers.delete(tell);
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
    clearTimeout(this.gathering);
  }

  private async listen(): Promise<void> {
    await this.database.listen(changesChannel, {
      heard: (number) => this.gather([Number(number)]),
      returned: () => void this.catchUp(),
    });
    for (const number of (await latestNumbers(this.database, numbersOutOfOrder)).reverse()) this.remember(number);
  }

  private gather(numbers: readonly number[]): void {
    for (const number of numbers) if (Number.isSafeInteger(number) && !this.known.has(number)) this.waiting.add(number);
    if (this.waiting.size > 0) this.readIn(millisecondsToGather);
  }

  private readIn(milliseconds: number): void {
    if (this.isReading || this.isEnding || this.gathering) return;
    this.gathering = setTimeout(() => {
      this.gathering = undefined;
      void this.read();
    }, milliseconds);
  }

  private async read(): Promise<void> {
    this.isReading = true;
    let pause = millisecondsToGather;
    const numbers = [...this.waiting].slice(0, numbersAtOnce);
    try {
      const changes = this.watchers.size > 0 ? await changesByNumber(this.database, numbers) : [];
      for (const number of numbers) {
        this.waiting.delete(number);
        this.remember(number);
      }
      if (changes.length > 0) for (const tell of this.watchers) tell(changes);
    } catch (error) {
      this.logger.warn({ err: error }, 'changes could not be read for live updates, and will be');
      pause = 1_000;
    } finally {
      this.isReading = false;
      if (this.waiting.size > 0) this.readIn(pause);
    }
  }

  /** What was committed while nobody listened, from a little before the last that was heard. */
  private async catchUp(): Promise<void> {
    try {
      let start = Math.max(this.highest - numbersOutOfOrder, 0);
      for (;;) {
        const numbers = await numbersFrom(this.database, start, numbersAtOnce);
        this.gather(numbers);
        if (numbers.length < numbersAtOnce || this.isEnding) return;
        start = numbers.at(-1)! + 1;
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'what live updates missed could not be read, and will be');
      if (!this.isEnding) setTimeout(() => void this.catchUp(), 1_000).unref();
    }
  }

  private remember(number: number): void {
    this.highest = Math.max(this.highest, number);
    this.known.add(number);
    if (this.known.size > numbersRemembered) this.known.delete(this.known.values().next().value!);
  }
}
