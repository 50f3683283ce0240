import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

/**
 * Every test: rules, server (on PostgreSQL and on the embedded database), components, and journeys in a real browser
 * against the built hub. Arguments go to Jest, for example `npm test -- --selectProjects web libs/catalog`.
 */
process.chdir(root);
const arguments_ = process.argv.slice(2);
build(['api', 'web']);
const report = join(root, 'var/test-results/jest.json');
mkdirSync(join(root, 'var/test-results'), { recursive: true });
rmSync(report, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--maxWorkers=2',
    '--json',
    `--outputFile=${report}`,
    ...arguments_,
  ],
  // With --json Jest also prints the report on standard output: the file is enough.
  { stdio: ['inherit', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } },
);
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
process.stdout.write(`tests: ${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed\n`);
process.exit(status ?? 1);
