import { execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findBinaries, freePort, serverAccount } from '@sos/platform-testing/postgres';
import { atExit } from './at-exit.mjs';

const run = promisify(execFile);
const signalOf = { fast: 'SIGINT', immediate: 'SIGQUIT' };

/**
 * A PostgreSQL that keeps its promises (fsync on) and to which everything may happen: stopped either way, frozen,
 * killed, copied into a standby. It ends with the process that made it, frozen or not.
 */
export class PostgresNode {
  #server = null;
  #forget = () => undefined;

  /** @param options `settings` as in postgresql.conf; `data` and `wal`: folders of their own, such as small disks. */
  static async create({ settings = {}, data, wal } = {}) {
    const node = await PostgresNode.#prepare(settings, data);
    await node.#program('initdb', [
      ...['-D', node.data, '-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
      ...(wal ? ['-X', wal] : []),
    ]);
    return node;
  }

  /** A standby of this node, which must run. Its name is the one by which `synchronous_standby_names` knows it. */
  async copyAsStandby(name, settings = {}) {
    const standby = await PostgresNode.#prepare(settings);
    const source = `host=127.0.0.1 port=${this.port} user=hub`;
    await standby.#program('pg_basebackup', ['-D', standby.data, '-d', source, '-X', 'stream', '-c', 'fast', '-N']);
    appendFileSync(
      join(standby.data, 'postgresql.auto.conf'),
      `primary_conninfo = '${source} application_name=${name}'\n`,
    );
    writeFileSync(join(standby.data, 'standby.signal'), '');
    return standby;
  }

  /** Whether the binaries here can copy a server; those of the npm package cannot. */
  static canCopy() {
    const folder = mkdtempSync(join(tmpdir(), 'sos-binaries-'));
    try {
      return existsSync(join(findBinaries(folder).folder, 'pg_basebackup'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  static async #prepare(settings, data) {
    const node = new PostgresNode();
    node.account = serverAccount();
    node.folder = mkdtempSync(join(tmpdir(), 'sos-node-'));
    chmodSync(node.folder, 0o755);
    node.binaries = findBinaries(node.folder);
    node.settings = settings;
    node.port = await freePort();
    node.data = data ?? join(node.folder, 'data');
    mkdirSync(node.data, { recursive: true, mode: 0o700 });
    const { uid, gid } = node.account;
    if (uid !== undefined) for (const folder of [node.folder, node.data]) chownSync(folder, uid, gid);
    node.#forget = atExit(() => node.kill());
    return node;
  }

  get url() {
    return `postgres://hub@127.0.0.1:${this.port}/hub`;
  }

  async start() {
    const settings = { max_connections: 100, shared_buffers: '64MB', fsync: 'on', ...this.settings };
    const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = join(this.folder, 'server.log');
    this.#server = spawn(
      'sh',
      [
        ...['-c', supervise, 'sh', log, join(this.binaries.folder, 'postgres')],
        ...['-D', this.data, '-p', String(this.port), '-k', '', '-h', '127.0.0.1', ...words],
      ],
      { ...this.account, env: this.#environment(), cwd: this.data, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (this.#server.exitCode !== null || (attempt > 20 && !this.isRunning))
        throw new Error(`PostgreSQL did not start:\n${this.log()}`);
      if (await this.answers()) return this;
      await delay(100);
    }
    throw new Error(`PostgreSQL does not answer:\n${this.log()}`);
  }

  async answers() {
    return this.query('select 1', [], 'postgres').then(
      () => true,
      () => false,
    );
  }

  /** `fast` ends transactions and connections in order; `immediate` is a crash as far as clients can tell. */
  async stop(mode = 'fast') {
    if (this.isRunning) process.kill(this.processId(), signalOf[mode]);
    await this.ended();
  }

  /** Waits for the end of the server, and lets its supervisor go. */
  async ended() {
    while (this.isRunning) await delay(10);
    this.#server?.stdin.end();
    this.#server = null;
  }

  /** Stops every process of the server where it stands, connections left open: a machine that hangs. */
  freeze() {
    // One of them may end between being seen and being stopped.
    for (const id of this.processes()) tryTo(() => process.kill(id, 'SIGSTOP'));
  }

  thaw() {
    for (const id of this.processes()) tryTo(() => process.kill(id, 'SIGCONT'));
  }

  kill() {
    for (const id of this.processes()) tryTo(() => process.kill(id, 'SIGKILL'));
  }

  async promote() {
    await this.query('select pg_promote(false)', [], 'postgres');
  }

  processId() {
    return Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** A server that has ended stays a zombie until its supervisor looks, so that its id is never another's. */
  get isRunning() {
    const id = this.#server && tryTo(() => this.processId());
    return Boolean(id) && !['Z', undefined].includes(statOf(id)?.[0]);
  }

  /** The postmaster first, so that it starts nothing while its children are looked up. */
  processes() {
    if (!this.isRunning) return [];
    const first = this.processId();
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === String(first));
    return [first, ...children.map(Number)];
  }

  async query(text, values = [], database = 'hub') {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: 'hub',
      database,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query(text, values)).rows;
    } finally {
      client.end().catch(() => undefined);
    }
  }

  log(lines = 20) {
    return (
      tryTo(() => readFileSync(join(this.folder, 'server.log'), 'utf8').split('\n').slice(-lines).join('\n')) ?? ''
    );
  }

  async remove() {
    this.kill();
    await this.ended();
    this.#forget();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #environment() {
    const library = this.binaries.library ? { LD_LIBRARY_PATH: this.binaries.library } : {};
    return { ...process.env, LC_ALL: 'C', ...library };
  }

  #program(name, args) {
    return run(join(this.binaries.folder, name), args, { ...this.account, env: this.#environment(), cwd: this.folder });
  }
}

/** Standard input closes when the harness ends, even by kill -9; a frozen server is woken to hear its end. */
const supervise =
  'log=$1; shift; "$@" >>"$log" 2>&1 & server=$!; read -r line; kill -CONT $server; kill -QUIT $server; wait $server';

/** State and parent of a process, and what follows. */
function statOf(processId) {
  const stat = tryTo(() => readFileSync(`/proc/${processId}/stat`, 'utf8'));
  // The second field, the command, may hold blanks and brackets: count from its end.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function tryTo(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
