/**
 * Counts by key, for one window of time after another. All keys begin anew together and are forgotten together, so
 * memory holds no more than the keys of one window, and the count of a request costs one look-up.
 */
export class RateWindow {
  private counts = new Map<string, number>();
  private endsAt = 0;

  constructor(
    private readonly most: number,
    private readonly seconds: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one more. @returns 0, or the seconds until the key may go on. */
  take(key: string): number {
    const now = this.now();
    // A clock that is set back must not lock anybody out until it has caught up.
    if (now >= this.endsAt || now < this.endsAt - this.seconds * 1_000) {
      this.counts = new Map();
      this.endsAt = now + this.seconds * 1_000;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.most ? 0 : Math.max(1, Math.ceil((this.endsAt - now) / 1_000));
  }
}
