/** What a scenario found: checks that hold or do not, and figures for whoever reads. */
export class Report {
  checks = [];
  figures = [];

  check(what, holds, detail = '') {
    this.checks.push({ what, holds: Boolean(holds), detail });
    process.stderr.write(`  ${holds ? 'holds' : 'FAILS'}  ${what}${holds || !detail ? '' : `: ${detail}`}\n`);
  }

  /** The same with what was counted beside it. */
  none(what, found) {
    const list = Array.isArray(found) ? found : found ? [found] : [];
    this.check(
      what,
      list.length === 0,
      list
        .slice(0, 3)
        .map((one) => JSON.stringify(one))
        .join('\n         '),
    );
  }

  figure(name, value) {
    this.figures.push([name, value]);
    process.stderr.write(`         ${name}: ${value}\n`);
  }

  get hasFailed() {
    return this.checks.some(({ holds }) => !holds);
  }

  get hasPassed() {
    return this.checks.length > 0 && this.checks.every(({ holds }) => holds);
  }
}

/** What cannot be tried on this machine, and why; never counted as passed. */
export class Skipped extends Error {}
