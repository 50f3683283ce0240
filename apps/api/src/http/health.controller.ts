import { Controller, Get, Res } from '@nestjs/common';
import { Database, outboxState, type OutboxState } from '@sos/platform-server';
import type { Response } from 'express';

/** For whoever watches over the hub: alive, and ready to serve. */
@Controller()
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('healthz')
  alive(): { status: string } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const problem = await this.findProblem();
    if (problem) return void response.status(503).json({ status: 'not ready', problem });
    response.json({ status: 'ready', outbox: await this.outbox() });
  }

  /** What was given up is for a person to look at; it does not make the hub unready. */
  private outbox(): Promise<OutboxState> {
    return outboxState(this.database);
  }

  private async findProblem(): Promise<string | null> {
    try {
      if (await this.database.pendingMigrations()) return 'Migrations wait to be applied. Run: npm run hub -- migrate';
      return null;
    } catch {
      return 'The database does not answer.';
    }
  }
}
