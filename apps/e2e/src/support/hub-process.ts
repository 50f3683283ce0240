import './patience';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@sos/platform-testing';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The built server, as `npm start` runs it, in a process of its own. */
export interface HubProcess {
  address: string;
  process: ChildProcess;
  output(): string;
  stop(): Promise<void>;
}

/** Starts the built demonstration hub on a database of this spec's own. */
export async function startBuiltHub(): Promise<HubProcess> {
  const database = await createTestDatabase('built_demonstration', loadOnce);
  const hub = await spawnHub({ DATABASE_URL: database.url });
  return { ...hub, stop: () => stopAll(hub, database) };
}

/** Runs the hub once on the template, so that it migrates and loads the demonstration itself. */
async function loadOnce(url: string): Promise<void> {
  const hub = await spawnHub({ DATABASE_URL: url });
  await hub.stop();
}

export async function spawnHub(environment: NodeJS.ProcessEnv): Promise<HubProcess> {
  // Whoever must know the address beforehand has chosen the port.
  const port = Number(environment.PORT) || (await freePort());
  const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      DEMO: '1',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      DATABASE_POOL_SIZE: '4',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const hub: HubProcess = {
    address: `http://localhost:${port}`,
    process: child,
    output: () => output,
    stop: () => stop(child),
  };
  await ready(hub);
  return hub;
}

async function ready(hub: HubProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (hub.process.exitCode !== null) break;
    const answer = await fetch(`${hub.address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`The built hub did not get ready. Build it first (npm run build). It said:\n${hub.output()}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function stopAll(hub: HubProcess, database: TestDatabase): Promise<void> {
  await hub.stop();
  await database.drop();
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
