import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, LOGGER, SETTINGS, type Logger, type Settings } from '@sos/platform-server';
import { headsFile, readHeads, writeDownHeads } from './audit-heads';

const everyFiveMinutes = 5 * 60_000;

/**
 * Writes the heads of the trail down outside of the database while the hub runs. Whoever cuts off the end of the
 * trail and mends every table is found out by this file.
 */
@Injectable()
export class AuditHeadKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!headsFile(this.settings.dataFolder)) return;
    this.timer = setInterval(() => void this.keep(), everyFiveMinutes);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.keep();
  }

  /** A hub that cannot write them down goes on: its people’s work matters more. */
  private async keep(): Promise<void> {
    try {
      writeDownHeads(headsFile(this.settings.dataFolder)!, await readHeads(this.database));
    } catch (error) {
      this.logger.error({ err: error }, 'the heads of the audit trail could not be written down');
    }
  }
}
