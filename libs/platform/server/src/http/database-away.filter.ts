import { Catch, type ArgumentsHost, type HttpServer } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { ServerResponse } from 'node:http';
import { isDatabaseAway } from '../database/database-away';
import type { Logger } from './logger';
import { refuse } from './refused-request';

export const secondsUntilRetry = 1;
export const awayCode = 'SERVICE_UNAVAILABLE';

/** Never says that nothing was changed: a connection that broke during the commit leaves that open. */
export const awayMessage = (reference: string): string =>
  `The hub cannot reach its database at the moment. Try again shortly; if it stays, tell us the reference ${reference}.`;

/** What a controller could not do because the database is away is answered 503; GraphQL answers for itself. */
@Catch()
export class DatabaseAwayFilter extends BaseExceptionFilter {
  constructor(
    private readonly logger: Logger,
    server: HttpServer,
  ) {
    super(server);
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    // Nothing returned means not handled: Apollo Server gets the error as it is.
    if (host.getType<string>() === 'graphql') return;
    const response = host.switchToHttp().getResponse<ServerResponse>();
    if (!isDatabaseAway(error) || response.headersSent) return super.catch(error, host);
    const reference = String(response.getHeader('x-request-id') ?? 'unknown');
    this.logger.warn({ reference, err: error }, 'the database is away');
    response.setHeader('retry-after', String(secondsUntilRetry));
    refuse(response, { status: 503, message: awayMessage(reference), code: awayCode });
  }
}
