import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const root = join(import.meta.dirname, '..', '..', '..', '..');

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a built entry point to its end. Settings that are not given count as absent. */
export function runBuilt(
  entry: 'main.js' | 'hub-command.js',
  environment: NodeJS.ProcessEnv,
  ...words: string[]
): Promise<Ended> {
  const child = spawn(process.execPath, [join('apps/api/dist', entry), ...words], {
    cwd: root,
    env: { ...process.env, NODE_ENV: '', DEMO: '', DATABASE_URL: '', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (ended.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ended.stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}

/** Sends the signal and waits for the end; answers the exit code, or the signal that ended it. */
export async function endBy(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, by) => resolve(code ?? by)),
  );
  child.kill(signal);
  return Promise.race([
    ended,
    delay(30_000, undefined, { ref: false }).then(() => {
      throw new Error(`The hub did not end within 30 s of ${signal}.`);
    }),
  ]);
}
