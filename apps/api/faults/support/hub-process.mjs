import { execFile, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@sos/platform-testing/postgres';
import { atExit } from './at-exit.mjs';
import { HubClient } from './hub-client.mjs';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The built hub as a process of its own, as it is run in earnest. Its port stays the same over restarts. */
export class HubProcess {
  #process = null;

  static async create({ environment = {}, execArguments = [] } = {}) {
    const hub = new HubProcess();
    hub.folder = mkdtempSync(join(tmpdir(), 'sos-hub-'));
    hub.port = await freePort();
    hub.forget = atExit(() => hub.processId && process.kill(hub.processId, 'SIGKILL'));
    hub.execArguments = execArguments;
    hub.environment = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      DEMO: '0',
      LOG_LEVEL: 'warn',
      PORT: String(hub.port),
      DATA_DIR: join(hub.folder, 'data'),
      // The rates are for people; a fault run is sixteen of them in a hurry, from one address.
      // Our operations are written for the scenarios, and are no page's.
      AD_HOC_OPERATIONS: '1',
      RATE_PER_PERSON: '1000000',
      RATE_PER_NETWORK: '1000000',
      ...environment,
    };
    return hub;
  }

  get address() {
    return `http://127.0.0.1:${this.port}`;
  }

  get processId() {
    return this.#process?.pid ?? null;
  }

  /** Returns once the hub is ready; fails with its log when it ends before. */
  async start() {
    await this.spawn();
    await this.ready(60_000);
    return this;
  }

  async spawn() {
    const log = openSync(join(this.folder, 'hub.log'), 'a');
    this.#process = spawn(process.execPath, [...this.execArguments, 'apps/api/dist/main.js'], {
      cwd: root,
      env: this.environment,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const started = this.#process;
    started.on('exit', () => this.#process === started && (this.#process = null));
  }

  /** @returns the milliseconds that it took. */
  async ready(limit) {
    const began = performance.now();
    while (performance.now() - began < limit) {
      if (!this.#process) throw new Error(`The hub ended:\n${this.log()}`);
      const answer = await this.client()
        .get('/readyz', 2_000)
        .catch(() => null);
      if (answer?.status === 200) return Math.round(performance.now() - began);
      await delay(25);
    }
    throw new Error(`The hub is not ready after ${limit} ms:\n${this.log()}`);
  }

  async kill() {
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }

  async stop() {
    if (!this.#process) return;
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process?.kill('SIGKILL'), 25_000);
    await ended;
    clearTimeout(timer);
  }

  client(cookie = null) {
    return new HubClient(this.port, cookie);
  }

  /** The command line, with the hub's own settings. */
  command(...words) {
    return new Promise((resolve) => {
      const options = { cwd: root, env: this.environment, timeout: 120_000 };
      execFile(process.execPath, ['apps/api/dist/hub-command.js', ...words], options, (error, stdout, stderr) =>
        resolve({ exitCode: error ? (error.code ?? 1) : 0, text: `${stdout}${stderr}`.trim() }),
      );
    });
  }

  /** Its last lines. */
  log(lines = 30) {
    return readFileSync(join(this.folder, 'hub.log'), 'utf8').split('\n').slice(-lines).join('\n');
  }

  async remove() {
    await this.stop();
    this.forget();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
