import { Catch, type ArgumentsHost, type HttpServer } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { ServerResponse } from 'node:http';
import { isDatabaseAway, tookTooLong } from '../database/database-away';
import type { Logger } from './logger';
import { refuse } from './refused-request';

export const secondsUntilRetry = 1;
export const awayCode = 'SERVICE_UNAVAILABLE';

/** Never says that nothing was changed: a connection that broke during the commit leaves that open. */
export const awayMessage = (reference: string): string =>
  `The hub cannot reach its database at the moment. Try again shortly; if it stays, tell us the reference ${reference}.`;

export const tooLongCode = 'TOOK_TOO_LONG';

/** A statement that is stopped takes its transaction with it. */
export const tooLongMessage = (reference: string): string =>
  'This took longer than the hub allows, so it was stopped, and nothing was changed. Ask for less at once, or try again ' +
  `in a minute; if it stays, tell us the reference ${reference}.`;

/** What a controller could not do because the database is away, or was too slow, is answered 503; GraphQL answers for itself. */
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
    const isAway = isDatabaseAway(error);
    if (response.headersSent || !(isAway || tookTooLong(error))) return super.catch(error, host);
    const reference = String(response.getHeader('x-request-id') ?? 'unknown');
    this.logger.warn({ reference, err: error }, isAway ? 'the database is away' : 'a statement took too long');
    if (!isAway) return refuse(response, { status: 503, message: tooLongMessage(reference), code: tooLongCode });
    response.setHeader('retry-after', String(secondsUntilRetry));
    refuse(response, { status: 503, message: awayMessage(reference), code: awayCode });
  }
}
