import type { Change } from './change.types';
import { missedChanges } from './recorded-change';

/** Beyond it, a client that reads slowly is told only that it missed something. */
const mostWaiting = 200;

/** What the field `changes` resolves from. */
export interface ChangesEvent {
  changes: Change;
}

/**
 * The changes of one subscription, between whoever tells them and the socket that asks for the next. Written out rather
 * than an async generator, because a generator that waits for the next change cannot be ended before it comes.
 */
export class WatchedChanges implements AsyncIterableIterator<ChangesEvent> {
  private ready: Change[] = [];
  private asked: ((result: IteratorResult<ChangesEvent>) => void) | null = null;
  private isOver = false;

  constructor(private readonly whenOver: () => void) {}

  push(change: Change): void {
    if (this.isOver) return;
    if (this.ready.length >= mostWaiting) this.ready = [missedChanges];
    else this.ready.push(change);
    if (this.asked) this.answer(this.asked);
  }

  next(): Promise<IteratorResult<ChangesEvent>> {
    return new Promise((resolve) => {
      if (this.ready.length > 0 || this.isOver) this.answer(resolve);
      else this.asked = resolve;
    });
  }

  async return(): Promise<IteratorResult<ChangesEvent>> {
    if (!this.isOver) this.whenOver();
    this.isOver = true;
    this.ready = [];
    if (this.asked) this.answer(this.asked);
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private answer(resolve: (result: IteratorResult<ChangesEvent>) => void): void {
    this.asked = null;
    const change = this.ready.shift();
    resolve(change ? { done: false, value: { changes: change } } : { done: true, value: undefined });
  }
}
