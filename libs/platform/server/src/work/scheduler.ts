import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Database } from '../database/database';
import { asHub } from '../database/row-scope';
import type { Logger } from '../http/logger';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import { PatientStatements } from './patient-statements';
import { ScheduledWork, type ScheduledTask } from './scheduled-work';

/** How often a worker looks whether a task is due. Tasks are tidying up: a minute more or less is nothing. */
const pollingIntervalSeconds = 30;
const millisecondsToFinish = 30_000;

/**
 * Runs what is due by the clock, with pg-boss: of all servers one runs a task, and another one runs it again when that
 * one was killed. See docs/adr/0016-outbox-worker-and-live-updates.md.
 */
@Injectable()
export class Scheduler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private starting: Promise<void> | null = null;
  private boss: PgBoss | null = null;
  private readonly workers = new Map<string, string>();
  private readonly statements: PatientStatements;

  constructor(
    database: Database,
    private readonly work: ScheduledWork,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.statements = new PatientStatements(database);
  }

  /** The hub need not wait for it to serve people. */
  onApplicationBootstrap(): void {
    if (!this.settings.worker) return;
    this.start().catch((error: unknown) => this.logger.error({ err: error }, 'the scheduler did not start'));
  }

  /** Waits for the task that runs. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.starting?.catch(() => undefined);
    await this.boss?.stop({ graceful: true, wait: true, timeout: millisecondsToFinish });
    await this.statements.end();
  }

  start(): Promise<void> {
    return (this.starting ??= this.startBoss());
  }

  /** Has one of the workers run the task now, whatever the clock says; it may be another server's. */
  async runSoon(name: string): Promise<void> {
    await this.boss?.send(name, {});
    this.look(name);
  }

  /** Has this server's worker look now whether the task is due. */
  look(name: string): void {
    const worker = this.workers.get(name);
    if (worker) this.boss?.notifyWorker(worker);
  }

  private async startBoss(): Promise<void> {
    const boss = new PgBoss({
      db: { executeSql: this.statements.executeSql },
      migrate: false,
      cronMonitorIntervalSeconds: 30,
      cronWorkerIntervalSeconds: 15,
      archiveCompletedAfterSeconds: 24 * 60 * 60,
      deleteAfterDays: 14,
    });
    boss.on('error', (error: Error) => this.logger.error({ err: error }, 'the scheduler met an error'));
    await boss.start();
    this.boss = boss;
    for (const task of this.work.tasks()) await this.prepare(boss, task);
    await this.forgetWhatIsNoMore(boss);
  }

  private async prepare(boss: PgBoss, task: ScheduledTask): Promise<void> {
    const { name, when } = task;
    // At most one waits and one runs, however many servers find it due.
    await boss.createQueue(name, { name, policy: 'stately', retryLimit: 3, retryDelay: 60, expireInMinutes: 15 });
    await boss.schedule(name, when, {}, { tz: this.settings.timeZone });
    this.workers.set(name, await boss.work(name, { pollingIntervalSeconds }, () => this.runTask(task)));
  }

  private async runTask(task: ScheduledTask): Promise<void> {
    const started = performance.now();
    try {
      await asHub(() => task.run());
      this.logger.debug({ task: task.name, milliseconds: Math.round(performance.now() - started) }, 'a task is done');
    } catch (error) {
      this.logger.error({ task: task.name, err: error }, 'a task failed, and will be tried again');
      throw error;
    }
  }

  /** A task of an earlier version has nobody to run it. */
  private async forgetWhatIsNoMore(boss: PgBoss): Promise<void> {
    const known = new Set(this.work.tasks().map(({ name }) => name));
    for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
  }
}
