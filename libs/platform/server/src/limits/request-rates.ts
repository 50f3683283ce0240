import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { HeaderMap } from '@apollo/server';
import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { Logger } from '../http/logger';
import type { RefusedRequest } from '../http/refused-request';
import type { Settings } from '../settings';
import { LOGGER, SETTINGS } from '../tokens';
import type { Viewer } from '../viewer';
import { networkReader, socketNetworkReader, type NetworkOf } from './network';
import { RateWindow } from './rate-window';

const minute = 60;

/**
 * How much one person and one network may ask in a minute. Counted in this process, never in the database: a limit
 * must cost less than what it refuses.
 */
@Injectable()
export class RequestRates {
  /** Where a request comes from; null for this machine. */
  readonly networkOf: NetworkOf;
  /** Of a connection itself; null also for a proxy, which speaks for many. */
  readonly networkOfSocket: (socket: Socket) => string | null;
  private readonly networks: RateWindow;
  private readonly persons: RateWindow;
  private warned = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.networkOf = networkReader(settings.trustedProxies);
    this.networkOfSocket = socketNetworkReader(settings.trustedProxies);
    this.networks = new RateWindow(settings.ratePerNetwork, minute);
    this.persons = new RateWindow(settings.ratePerPerson, minute);
  }

  /** Counts a request of its network; this machine itself has no limit. */
  refusalOfNetwork(request: IncomingMessage): RefusedRequest | null {
    this.warnOfUnknownProxy(request);
    const network = this.networkOf(request);
    const seconds = network === null ? 0 : this.networks.take(network);
    return seconds === 0 ? null : tooMany('from your network', seconds);
  }

  /**
   * Counts a request of a person who is signed in.
   * @throws GraphQLError (TOO_MANY_REQUESTS, HTTP 429)
   */
  count({ personId }: Pick<Viewer, 'personId'>): void {
    const seconds = this.persons.take(personId);
    if (seconds === 0) return;
    const { status, message, code } = tooMany('from you', seconds);
    const headers = new HeaderMap([['retry-after', String(seconds)]]);
    throw new GraphQLError(message, { extensions: { code, http: { status, headers } } });
  }

  /** Behind a proxy that is not named, everybody seems to come from one place, and no limit can be right. */
  private warnOfUnknownProxy({ headers }: IncomingMessage): void {
    if (this.warned || this.settings.trustedProxies || headers['x-forwarded-for'] === undefined) return;
    this.warned = true;
    this.logger.warn('requests come through a proxy that TRUST_PROXY does not name: see docs/settings.md');
  }
}

/** The answer to whoever asks too often, with the time after which it is worth asking again. */
export function tooMany(whence: string, seconds: number): RefusedRequest {
  const wait = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return {
    status: 429,
    message: `There were too many requests ${whence}. Wait ${wait}, then go on; nothing is lost.`,
    code: 'TOO_MANY_REQUESTS',
    retryAfter: seconds,
  };
}
