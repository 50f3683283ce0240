import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { refuse, type RefusedRequest } from './refused-request';

/** Within which even a large upload must have arrived. */
const uploadSeconds = 300;
/** Of an office behind one address: each browser opens up to six, and one for what is live. */
const mostSockets = 1_000;

/**
 * Whoever sends as slowly as the protocol lets them could hold a connection for ever, and enough of those are all
 * there are. Node drops them; these are its limits, and how often it looks.
 * @param networkOf Of a connection; null where there is no limit: this machine, and a proxy.
 */
export function dropSlowClients(
  server: Server,
  requestSeconds: number,
  networkOf: (socket: Socket) => string | null,
): void {
  server.headersTimeout = Math.min(10, requestSeconds) * 1_000;
  server.requestTimeout = uploadSeconds * 1_000;
  // Longer than the usual proxy keeps its side open, so that it never writes into a connection that we just closed.
  server.keepAliveTimeout = 65_000;
  // Nobody reads or writes: a client that has gone without a word, or does not take its answer.
  server.timeout = 120_000;
  server.maxHeadersCount = 100;
  // Read when the server begins to listen; the type does not know it as a property.
  (server as Server & { connectionsCheckingInterval: number }).connectionsCheckingInterval = 1_000;
  server.on('connection', limitBy(networkOf));
}

function limitBy(networkOf: (socket: Socket) => string | null) {
  const open = new Map<string, number>();
  return (socket: Socket): void => {
    const network = networkOf(socket);
    if (network === null) return;
    const count = (open.get(network) ?? 0) + 1;
    if (count > mostSockets) return void socket.destroy();
    open.set(network, count);
    socket.once('close', () => {
      const left = open.get(network)! - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  };
}

const tooSlow: RefusedRequest = {
  status: 408,
  message: 'The request did not arrive in time. Check the network, then send it again.',
  code: 'BAD_REQUEST',
};

/** Answers 408 and hangs up when the body is not there in time, however steadily it trickles. */
export function expectBodyWithin(seconds: number, request: IncomingMessage, response: ServerResponse): void {
  const timer = setTimeout(() => {
    if (response.headersSent) return void request.destroy();
    response.setHeader('connection', 'close');
    response.once('finish', () => request.socket.destroySoon());
    refuse(response, tooSlow);
  }, seconds * 1_000);
  const stop = () => clearTimeout(timer);
  request.once('end', stop);
  request.once('close', stop);
}
