/**
 * What time it is in the database, which is the hub's time: every instant that is stored is its own, and a server whose
 * clock is wrong must not disagree with it. Between two looks the time is counted by a clock that nobody can set.
 */
export class DatabaseClock {
  private instant = Date.now();
  private counted = performance.now();

  /** @param asked, answered  By performance.now(): what lies between belongs half to each way. */
  learn(instant: Date, asked: number, answered: number): void {
    this.instant = instant.getTime();
    this.counted = (asked + answered) / 2;
  }

  now(): Date {
    return new Date(this.instant + performance.now() - this.counted);
  }
}
