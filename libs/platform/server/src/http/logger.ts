import type { LoggerService } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import pino, { type Logger } from 'pino';

export type { Logger };

/** Structured logs, one JSON object a line on standard output. */
export function createLogger(level: string): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Lets the framework's own messages join the structured log; its start-up chatter is worth `debug` only. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}
  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, ...details: unknown[]): void {
    // An answer to the person, not a fault; real surprises are logged where they are masked.
    if (message instanceof GraphQLError) return;
    this.logger.error({ details }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
}
