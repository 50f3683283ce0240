import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, inScope, LOGGER, openRowsOnly, type Logger } from '@sos/platform-server';
import { changesAmong, latestNumbers, numbersOutOfOrder, type RecordedChange } from './recorded-change';
import { UnheardNumbers } from './unheard-numbers';

type TellChanges = (changes: readonly RecordedChange[]) => void;

/** A change is told within a second on every server; most of it is left for a busy machine. */
const millisecondsBetweenLooks = 250;
const millisecondsAfterFailure = 1_000;
const changesAtOnce = 500;

/**
 * The changes that all servers make, as they are committed: while anybody watches, one small statement four times a
 * second, however many watch. To be told by the database would cost every change more than that: transactions that
 * announce something commit one after the other (docs/adr/0016-outbox-worker-and-live-updates.md).
 */
@Injectable()
export class ChangeStream implements BeforeApplicationShutdown {
  private readonly watchers = new Set<TellChanges>();
  /** Those who watch, and those who are about to. */
  private wanted = 0;
  private unheard: Promise<UnheardNumbers> | null = null;
  private looking: NodeJS.Timeout | undefined;
  private isEnding = false;
  private isFailing = false;

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The server begins to look with its first watcher. @returns the way to stop. */
  async watch(tell: TellChanges): Promise<() => void> {
    this.wanted += 1;
    this.unheard ??= this.begin();
    // A database that was away is asked again by the next watcher.
    await this.unheard.catch((error: unknown) => {
      this.wanted -= 1;
      this.unheard = null;
      throw error;
    });
    this.watchers.add(tell);
    this.lookIn(millisecondsBetweenLooks);
    return () => {
      if (this.watchers.delete(tell)) this.wanted -= 1;
    };
  }

  beforeApplicationShutdown(): void {
    this.isEnding = true;
    clearTimeout(this.looking);
  }

  /** From a little before the last number: what is being written has taken its numbers already. */
  private async begin(): Promise<UnheardNumbers> {
    const numbers = (await latestNumbers(this.database, numbersOutOfOrder)).reverse();
    const unheard = new UnheardNumbers(numbers[0] ?? 1);
    unheard.hear(numbers);
    return unheard;
  }

  private lookIn(milliseconds: number): void {
    if (this.looking || this.isEnding) return;
    this.looking = setTimeout(() => void inScope(openRowsOnly, openRowsOnly, () => this.look()), milliseconds);
    this.looking.unref();
  }

  private async look(): Promise<void> {
    let pause = millisecondsBetweenLooks;
    try {
      if (this.watchers.size > 0 && this.unheard) {
        const found = await this.tellWhatCame(await this.unheard);
        if (found === changesAtOnce) pause = 0;
      }
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.logger.warn({ err: error }, 'changes could not be read for live updates, and will be');
      this.isFailing = true;
      pause = millisecondsAfterFailure;
    }
    this.looking = undefined;
    if (this.wanted > 0) this.lookIn(pause);
    // Whoever watches next begins with what is there then, and asks by cursor for what came before.
    else this.unheard = null;
  }

  /** @returns how many entries were found, told or not. */
  private async tellWhatCame(unheard: UnheardNumbers): Promise<number> {
    const entries = await changesAmong(this.database, unheard.bounds, changesAtOnce);
    unheard.hear(entries.map(({ number }) => number));
    const changes = entries.filter(({ visibleInFeed }) => visibleInFeed);
    if (changes.length > 0) for (const tell of this.watchers) tell(changes);
    return entries.length;
  }
}
