import { randomBytes } from 'node:crypto';
import { ServerResponse, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { handleProtocols, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { LoaderRegistry, type HubContext } from '../graphql/context';
import type { Logger } from '../http/logger';
import type { RefusedRequest } from '../http/refused-request';
import { SessionCookie } from '../http/session-cookie';
import type { RequestGuards } from '../limits/request-guards';
import { withinRequest } from '../database/row-scope';
import type { KnownOperations } from '../operations/known-operations';
import type { Viewer, ViewerSource } from '../viewer';
import { formatErrors } from '../graphql/errors';
import { liveClosings, liveLimits } from './live-limits';
import { liveOperation } from './live-operation';
import type { LiveSockets } from './live-sockets';

export interface LiveDoorParts {
  publicUrl: string;
  logger: Logger;
  /** Asked for with the first socket, when the application has started. */
  server: () => {
    guards: RequestGuards;
    known: KnownOperations;
    schema: GraphQLSchema;
    viewers: ViewerSource;
    sockets: LiveSockets;
  };
}

interface SocketExtra {
  request: IncomingMessage;
  viewer: Viewer;
  sessionToken: string;
  reference: string;
}

/**
 * Live updates: GraphQL subscriptions over WebSocket (the protocol of graphql-ws), at the address of the API. No
 * browser asks for leave before it opens a socket with the cookie, so whoever comes from elsewhere, or without a
 * session, is refused before there is one.
 */
export class LiveDoor {
  private readonly cookie: SessionCookie;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: liveLimits.bytesOfMessage,
    // Small messages gain nothing, and each socket would keep a compressor.
    perMessageDeflate: false,
    handleProtocols,
  });
  private readonly references = randomBytes(3).toString('hex').toUpperCase();
  private opened = 0;
  private made: { protocol: ProtocolServer<SocketExtra>; server: ReturnType<LiveDoorParts['server']> } | undefined;

  constructor(private readonly parts: LiveDoorParts) {
    this.cookie = new SessionCookie(parts.publicUrl);
  }

  standAt(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      // A browser that goes away in the middle is nobody's fault.
      socket.on('error', () => socket.destroy());
      this.enter(request, socket, head).catch((error: unknown) => {
        this.parts.logger.warn({ err: error }, 'a socket could not be opened');
        refuseUpgrade(socket, unavailable);
      });
    });
  }

  private async enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (request.url !== '/graphql') return refuseUpgrade(socket, notHere);
    const { server, protocol } = (this.made ??= this.make());
    const refusal = server.guards.ofUpgrade(request);
    if (refusal) return refuseUpgrade(socket, refusal);
    const sessionToken = this.cookie.read(request);
    const viewer = sessionToken ? await server.viewers.peek(sessionToken) : null;
    if (!viewer || !sessionToken) return refuseUpgrade(socket, notSignedIn);
    if (server.sockets.count >= liveLimits.sockets) return refuseUpgrade(socket, unavailable);
    if (server.sockets.countOf(viewer.personId) >= liveLimits.socketsOfPerson) return refuseUpgrade(socket, tooMany);
    this.sockets.handleUpgrade(request, socket, head, (open) => {
      server.sockets.add(open, { personId: viewer.personId, sessionToken });
      this.opened += 1;
      const reference = `${this.references}-${this.opened.toString(36).toUpperCase()}`;
      this.speak(protocol, open, { request, viewer, sessionToken, reference });
    });
  }

  private make(): NonNullable<LiveDoor['made']> {
    const server = this.parts.server();
    const format = formatErrors(this.parts.logger);
    const mask = (errors: readonly GraphQLError[], { reference }: SocketExtra): GraphQLFormattedError[] =>
      errors.map((error) => {
        error.extensions.reference = reference;
        return format(error.toJSON(), error);
      });
    const protocol = makeServer<Record<string, unknown>, SocketExtra>({
      connectionInitWaitTimeout: liveLimits.millisecondsToBegin,
      onSubscribe: ({ extra, subscriptions }, id, payload) => {
        // The library has taken this one's place in the list already.
        const others = Object.keys(subscriptions).filter((other) => other !== id);
        if (others.length >= liveLimits.subscriptionsOfSocket) return [tooManySubscriptions()];
        return liveOperation(server.schema, server.known, payload, contextOf(extra));
      },
      onNext: ({ extra }, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: mask(result.errors, extra) } : undefined,
      onError: ({ extra }, _id, _payload, errors) => mask(errors as readonly GraphQLError[], extra),
    });
    return { server, protocol };
  }

  private speak(protocol: ProtocolServer<SocketExtra>, socket: WebSocket, extra: SocketExtra): void {
    const { logger } = this.parts;
    let isAlive = true;
    let messages = 0;
    socket.on('error', (error) => logger.debug({ reference: extra.reference, err: error }, 'a socket met an error'));
    socket.on('pong', () => (isAlive = true));
    const pings = setInterval(() => {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      socket.ping();
    }, liveLimits.millisecondsBetweenPings);
    const allowance = setInterval(() => (messages = 0), 10_000);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => sendTo(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (data) => {
            messages += 1;
            if (messages > liveLimits.messagesInTenSeconds) return socket.close(...liveClosings.tooManyMessages);
            withinRequest(() => take(String(data))).catch((error: unknown) => {
              logger.error({ reference: extra.reference, err: error }, 'unexpected error on a socket');
              socket.close(1011, 'Something went wrong on our side.');
            });
          }),
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      clearInterval(pings);
      clearInterval(allowance);
      closed(code, String(reason)).catch(() => undefined);
    });
  }
}

function contextOf({ request, viewer, sessionToken, reference }: SocketExtra): HubContext {
  return {
    viewer,
    sessionToken,
    access: null,
    requestId: reference,
    request,
    // Nobody reads it: a socket has no headers left to send.
    response: new ServerResponse(request),
    loaders: new LoaderRegistry(),
  };
}

function sendTo(socket: WebSocket, text: string): Promise<void> | void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > liveLimits.bytesUnread) {
    socket.close(...liveClosings.tooSlow);
    return socket.terminate();
  }
  return new Promise((resolve) => socket.send(text, () => resolve()));
}

const notHere = { status: 404, message: 'There is nothing live at this address.', code: 'NOT_FOUND' };
const notSignedIn = { status: 401, message: 'Sign in to get live updates.', code: 'UNAUTHENTICATED' };
const tooMany = { status: 429, message: 'You have too many pages open. Close some.', code: 'TOO_MANY_REQUESTS' };
const unavailable = { status: 503, message: 'No more live updates at the moment.', code: 'UNAVAILABLE' };
const tooManySubscriptions = () =>
  new GraphQLError(`A socket has at most ${liveLimits.subscriptionsOfSocket} subscriptions.`, {
    extensions: { code: 'BAD_REQUEST' },
  });

const reasons: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
};

function refuseUpgrade(socket: Duplex, { status, message, code, retryAfter }: RefusedRequest): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Refused'}\r\nconnection: close\r\n` +
      (retryAfter ? `retry-after: ${retryAfter}\r\n` : '') +
      `content-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
