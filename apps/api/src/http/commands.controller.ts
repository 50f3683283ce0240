import { timingSafeEqual } from 'node:crypto';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { Calendar, Database, LOGGER, SETTINGS, type Logger, type Settings } from '@sos/platform-server';
import type { Request, Response } from 'express';
import { commands } from '../commands/registry';
import type { CommandLine } from '../commands/run-command';

/**
 * Takes commands from the command line of the same machine and account while this hub holds the embedded database.
 * The key stands in the lock file, which only that account can read.
 */
@Controller('internal/commands')
export class CommandsController {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post()
  async run(
    @Req() request: Request,
    @Body() body: { name?: unknown; options?: unknown } | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const command = commands[String(body?.name)];
    if (!isKeyHolder(request)) return void response.status(404).end();
    if (!command) return void response.status(400).json({ message: 'There is no such command.' });
    response.status(200).setHeader('content-type', 'application/x-ndjson');
    const send = (line: CommandLine) => response.write(`${JSON.stringify(line)}\n`);
    const output = {
      progress: (line: string) => send({ progress: line }),
      print: (line: string) => send({ print: line }),
    };
    const services = { settings: this.settings, database: this.database, calendar: this.calendar };
    try {
      const options = (body?.options ?? {}) as Record<string, unknown>;
      send({ exitCode: await this.database.asHub(() => command(options, services, output)) });
    } catch (error) {
      this.logger.error({ err: error, command: body?.name }, 'a command failed');
      send({ progress: `The command failed: ${(error as Error).message}` });
      send({ exitCode: 1 });
    }
    response.end();
  }
}

function isKeyHolder(request: Request): boolean {
  const expected = Buffer.from(process.env.HUB_COMMAND_KEY ?? '');
  const given = Buffer.from(String(request.headers['x-hub-command-key'] ?? ''));
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}
