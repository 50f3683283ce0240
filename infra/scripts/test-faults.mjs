import { writeFileSync, mkdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { Report, Skipped } from '../../apps/api/faults/support/report.mjs';
import { scenarios } from '../../apps/api/faults/scenarios/index.mjs';
import { build, root } from './build.mjs';

/**
 * `npm run test:faults [-- --only kill,standby] [-- --short]`: the built hub and a durable PostgreSQL, to which everything
 * happens that must not lose, double or halve a change. See docs/how-to/test-faults.md.
 */
process.chdir(root);
const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const short = process.argv.includes('--short');
const only = process.argv.includes('--only') ? option('only').split(',') : Object.keys(scenarios);
const unknown = only.filter((name) => !scenarios[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no scenario ${unknown.join(', ')}. There are: ${Object.keys(scenarios).join(', ')}.\n`,
  );
  process.exit(1);
}

async function attempt(run) {
  const report = new Report();
  try {
    await run(report, { short });
    return { report, outcome: report.hasPassed ? 'passed' : 'failed' };
  } catch (error) {
    const outcome = error instanceof Skipped ? 'skipped' : report.hasFailed ? 'failed' : 'broken';
    process.stderr.write(`  ${outcome}: ${error instanceof Skipped ? error.message : error.stack}\n`);
    return { report, outcome };
  }
}

build(['api']);
const results = [];
for (const name of only) {
  const { title, run } = scenarios[name];
  process.stderr.write(`\n${name}: ${title}\n`);
  const began = performance.now();
  let { outcome, report } = await attempt(run);
  // What broke was the trial, not what it tries: a check that does not hold is never tried again.
  if (outcome === 'broken') ({ outcome, report } = await attempt(run));
  if (outcome === 'broken') outcome = 'failed';
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stderr.write(`  ${outcome} in ${seconds} s\n`);
  results.push({ name, title, outcome, seconds, figures: report.figures, checks: report.checks });
}

const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
mkdirSync('var/test-results', { recursive: true });
writeFileSync(
  'var/test-results/faults.json',
  JSON.stringify({ passed: count('passed'), failed: count('failed'), skipped: count('skipped'), results }, null, 2),
);
process.stdout.write(`\nNode ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}\n`);
for (const { name, outcome, seconds, figures } of results) {
  process.stdout.write(
    `${outcome.padEnd(8)} ${name} (${seconds} s) ${figures.map((pair) => pair.join(' ')).join('; ')}\n`,
  );
}
process.stdout.write(`faults: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped\n`);
process.exit(count('failed') === 0 ? 0 : 1);
