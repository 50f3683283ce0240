import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, GraphqlClient, type TestDatabase } from '@sos/platform-testing';
import pg from 'pg';
import { eventually } from './support/eventually';
import { spawnHub, type HubProcess } from './support/hub-process';
import { endBy, runBuilt } from './support/run-built';

const root = join(import.meta.dirname, '..', '..', '..');

/** A mail server that takes each mail, or keeps whoever sends it waiting. */
class MailServer {
  readonly received: string[] = [];
  /** Resolves with the next mail that is begun. */
  private whenBegun: () => void = () => undefined;
  answers = true;
  private held: () => void = () => undefined;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer((socket) => this.speak(socket));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  begun(): Promise<void> {
    return new Promise((resolve) => (this.whenBegun = resolve));
  }

  /** Answers the mail that it has kept waiting. */
  release(): void {
    this.held();
    this.held = () => undefined;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private speak(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    let letter: string | null = null;
    let rest = '';
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (letter !== null) {
          if (line !== '.') letter += `${line}\n`;
          else {
            const whole = letter;
            letter = null;
            this.held = () => {
              this.received.push(whole);
              socket.write('250 taken\r\n');
            };
            if (this.answers) this.release();
            this.whenBegun();
          }
        } else if (line === 'DATA') {
          letter = '';
          socket.write('354 go on\r\n');
        } else socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
      }
    });
  }
}

describe('a worker in a process of its own', () => {
  let testDatabase: TestDatabase;
  let database: pg.Client;
  let hub: HubProcess;
  let settings: NodeJS.ProcessEnv;
  const mail = new MailServer();
  const workers: { child: ChildProcess; output: string }[] = [];

  beforeAll(async () => {
    testDatabase = await createTestDatabase('empty', async () => undefined);
    settings = {
      NODE_ENV: 'production',
      DEMO: '',
      DATABASE_URL: testDatabase.url,
      AD_HOC_OPERATIONS: '1',
      SMTP_URL: await mail.listen(),
      MAIL_FROM: 'SOS Hub <hub@example.org>',
    };
    // The web server leaves the work to others.
    hub = await spawnHub({ ...settings, WORKER: '0' });
    await runBuilt('hub-command.js', settings, 'setup', 'california');
    await runBuilt(
      'hub-command.js',
      settings,
      ...[
        'person',
        'add',
        '--email',
        'first@example.org',
        '--name',
        'Robin Marsh',
        '--agency',
        'cdph',
        '--administrator',
      ],
    );
    database = new pg.Client({ connectionString: testDatabase.url });
    await database.connect();
  });
  afterAll(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await database.end();
    await hub.stop();
    mail.close();
    await testDatabase.drop();
  });

  const startWorker = async () => {
    const child = spawn(process.execPath, ['apps/api/dist/hub-command.js', 'worker'], {
      cwd: root,
      env: { ...process.env, LOG_LEVEL: 'warn', ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const worker = { child, output: '' };
    workers.push(worker);
    child.stderr!.on('data', (chunk: Buffer) => (worker.output += chunk.toString()));
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(`The worker ended: ${worker.output}`);
      expect(worker.output).toContain('The worker is at work');
    }, 60_000);
  };
  const wantLink = () =>
    new GraphqlClient(hub.address, null).query(
      'mutation { requestSignInLink(email: "first@example.org") { __typename } }',
    );
  const entries = async () =>
    (await database.query('select attempts, delivered_at is not null as delivered from outbox_entry order by id')).rows;

  it('sends what a server without one has taken down', async () => {
    await wantLink();
    expect(await entries()).toEqual([{ attempts: 0, delivered: false }]);
    await startWorker();
    await eventually(async () => expect(await entries()).toEqual([{ attempts: 1, delivered: true }]), 30_000);
    expect(mail.received).toHaveLength(1);
  });

  it('loses nothing when it is killed in the middle: the next one sends it', async () => {
    mail.answers = false;
    const begun = mail.begun();
    await wantLink();
    await begun;
    expect(await endBy(workers.at(-1)!.child, 'SIGKILL')).toBe('SIGKILL');
    expect((await entries()).at(-1)).toEqual({ attempts: 1, delivered: false });

    mail.answers = true;
    // The lease is over, as it is a minute and a half later.
    await database.query('update outbox_entry set available_at = now() where delivered_at is null');
    await startWorker();
    await eventually(async () => expect((await entries()).at(-1)).toEqual({ attempts: 2, delivered: true }), 30_000);
    expect(mail.received).toHaveLength(2);
  });

  it('finishes what it has begun when it is asked to stop', async () => {
    mail.answers = false;
    const begun = mail.begun();
    await wantLink();
    await begun;
    const worker = workers.at(-1)!;
    const ended = endBy(worker.child, 'SIGTERM');
    await eventually(async () => expect(worker.output).toContain('Stopping'));
    expect((await entries()).at(-1)).toEqual({ attempts: 1, delivered: false });
    mail.answers = true;
    mail.release();
    expect(await ended).toBe(0);
    expect((await entries()).at(-1)).toEqual({ attempts: 1, delivered: true });
    expect(mail.received).toHaveLength(3);
  });

  it('says why it does not start on the embedded database', async () => {
    const ended = await runBuilt('hub-command.js', { NODE_ENV: 'development', DATABASE_URL: '' }, 'worker');
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('belongs to one process')]);
  });
});
