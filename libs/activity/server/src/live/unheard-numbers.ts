/** Numbers from `first` to `last`; the last stretch is open, for what is still to come. */
interface Stretch {
  first: number;
  last: number;
  /** From when on its numbers are given up: the transaction that took them was rolled back. */
  until: number;
}

/** Longer than any transaction of ours may run. */
const millisecondsToWait = 15 * 60_000;
const mostStretches = 1_000;

/**
 * Which numbers of a running count have not been heard of. Transactions take their numbers when they write and show them
 * when they commit, so a lower one may appear after a higher one; whoever only remembered the highest would miss it.
 */
export class UnheardNumbers {
  private stretches: Stretch[];

  /** @param first The lowest number that is still waited for. */
  constructor(
    first: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.stretches = [{ first, last: Number.MAX_SAFE_INTEGER, until: Infinity }];
  }

  /** The first and the last number of each stretch that is still waited for. */
  get bounds(): [firsts: number[], lasts: number[]] {
    return [this.stretches.map(({ first }) => first), this.stretches.map(({ last }) => last)];
  }

  /** @param numbers Of what was found, in ascending order. */
  hear(numbers: readonly number[]): void {
    const heard = numbers[Symbol.iterator]();
    let next = heard.next();
    const left: Stretch[] = [];
    for (const { first, last, until } of this.stretches) {
      let start = first;
      for (; !next.done && next.value <= last; next = heard.next()) {
        if (next.value > start) left.push({ first: start, last: next.value - 1, until: this.deadline(until) });
        start = Math.max(start, next.value + 1);
      }
      if (start <= last) left.push({ first: start, last, until });
    }
    const now = this.now();
    this.stretches = left.filter(({ until }) => until > now).slice(-mostStretches);
  }

  private deadline(until: number): number {
    return until === Infinity ? this.now() + millisecondsToWait : until;
  }
}
