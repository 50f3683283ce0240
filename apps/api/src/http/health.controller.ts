import { Controller, Get, Res } from '@nestjs/common';
import { Database } from '@sos/platform-server';
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
    response.status(problem ? 503 : 200).json(problem ? { status: 'not ready', problem } : { status: 'ready' });
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
