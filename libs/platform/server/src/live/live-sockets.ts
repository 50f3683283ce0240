import { Inject, Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { Database } from '../database/database';
import { asHub } from '../database/row-scope';
import type { Logger } from '../http/logger';
import { LOGGER } from '../tokens';
import { ViewerSource } from '../viewer';
import { liveClosings, liveLimits } from './live-limits';

/** Announces, with the person's id, that somebody may no longer be signed in anywhere. */
export const personLeftChannel = 'hub_person_left';

/** Announces, with the person's id, that sessions of theirs have ended; others may go on. */
export const sessionsEndedChannel = 'hub_sessions_ended';

interface SocketHolder {
  personId: string;
  sessionToken: string;
}

/**
 * The open sockets of this server and whose they are. A socket lives as long as its session: somebody who signs out,
 * leaves is cut off at once, wherever that happened; whoever is away for too long, within five seconds.
 */
@Injectable()
export class LiveSockets {
  private readonly holders = new Map<WebSocket, SocketHolder>();
  private checks: NodeJS.Timeout | undefined;
  private listening: Promise<unknown> | null = null;

  constructor(
    private readonly database: Database,
    private readonly viewers: ViewerSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  get count(): number {
    return this.holders.size;
  }

  countOf(personId: string): number {
    let count = 0;
    for (const holder of this.holders.values()) if (holder.personId === personId) count += 1;
    return count;
  }

  add(socket: WebSocket, holder: SocketHolder): void {
    this.holders.set(socket, holder);
    socket.once('close', () => this.remove(socket));
    this.checks ??= setInterval(() => void this.closeEndedSessions(), liveLimits.millisecondsBetweenSessionChecks);
    // The checks find them, too.
    this.listening ??= this.listen().catch(() => (this.listening = null));
  }

  /** Before the server stops: each client hears that it may come back. */
  async closeAll(): Promise<void> {
    clearInterval(this.checks);
    await Promise.all([...this.holders.keys()].map((socket) => endSocket(socket, liveClosings.stopping)));
  }

  private async listen(): Promise<void> {
    await this.database.listen(personLeftChannel, { heard: (personId) => this.closeOf(personId) });
    await this.database.listen(sessionsEndedChannel, {
      heard: (personId) => {
        this.viewers.forgetPerson(personId);
        void this.closeEndedSessions((holder) => holder.personId === personId);
      },
    });
  }

  private remove(socket: WebSocket): void {
    this.holders.delete(socket);
    if (this.holders.size > 0) return;
    clearInterval(this.checks);
    this.checks = undefined;
  }

  private closeOf(personId: string): void {
    this.viewers.forgetPerson(personId);
    for (const [socket, holder] of this.holders)
      if (holder.personId === personId) void endSocket(socket, liveClosings.signedOut);
  }

  /** One statement, for all sockets of the server or some. */
  private async closeEndedSessions(concerns: (holder: SocketHolder) => boolean = () => true): Promise<void> {
    try {
      const tokens = new Set([...this.holders.values()].filter(concerns).map(({ sessionToken }) => sessionToken));
      if (tokens.size === 0) return;
      const living = await asHub(() => this.viewers.living([...tokens]));
      for (const [socket, { sessionToken }] of this.holders) {
        // Whoever came while the question was on its way was not asked about.
        if (tokens.has(sessionToken) && !living.has(sessionToken)) void endSocket(socket, liveClosings.signedOut);
      }
    } catch (error) {
      // The database is away: nothing is told to anybody either, and the next check decides.
      this.logger.debug({ err: error }, 'the sessions of open sockets could not be checked');
    }
  }
}

/** Resolves when the socket is closed; whoever does not answer the goodbye within a second is cut off. */
async function endSocket(socket: WebSocket, closing: readonly [number, string]): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const patience = setTimeout(() => socket.terminate(), 1_000);
  socket.close(...closing);
  await closed;
  clearTimeout(patience);
}
