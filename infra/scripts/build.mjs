import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/**
 * Builds what is stale: Nx keeps a fingerprint of the sources and skips what has not changed.
 * Nothing is left running afterwards (no daemon).
 */
export function build(projects, { quiet = false } = {}) {
  const started = Date.now();
  if (!quiet) process.stderr.write('Building what changed (about half a minute the first time) …\n');
  const result = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/nx/dist/bin/nx.js'),
      'run-many',
      '-t',
      'build',
      '-p',
      projects.join(','),
      '--outputStyle=stream',
    ],
    { cwd: root, env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: '0' }, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}\n${result.stderr}\nThe build failed.\n`);
    process.exit(1);
  }
  if (!quiet) process.stderr.write(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}
