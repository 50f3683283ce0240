import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { withinRequest } from '../database/row-scope';
import { refuse, type RefusedRequest } from '../http/refused-request';
import type { Logger } from '../http/logger';
import { requestIdOf } from '../http/request-identity';
import { expectBodyWithin } from '../http/slow-clients';
import type { RequestGuards } from '../limits/request-guards';
import type { ContextSource } from './context-source';

type Identify = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface DoorParts {
  /** Within which a body must have arrived. */
  bodySeconds: number;
  /** Bytes that a body may have. */
  bodyLimit: number;
  logger: Logger;
  identify: Identify;
  /** Headers of every answer. */
  answerHeaders: Readonly<Record<string, string>>;
  tooLarge: RefusedRequest;
  unreadable: RefusedRequest;
  /** Asked for with the first request, when the application has started. */
  server: () => { apollo: ApolloServer; contexts: ContextSource; guards: RequestGuards };
}

/**
 * The short way to Apollo Server: what the web app sends (POST, JSON in UTF-8) goes straight from node:http to
 * `executeHTTPGraphQLRequest`. The long way through Express and its body parser costs three times what a small query
 * itself does; every other form of request (GET, other encodings, other addresses) still takes it, and the answers are
 * the same. See docs/adr/0008-what-makes-a-request-cheap.md.
 */
export class GraphqlDoor {
  private readonly headers: readonly [string, string][];
  private served: ReturnType<DoorParts['server']> | undefined;

  constructor(private readonly parts: DoorParts) {
    this.headers = Object.entries(parts.answerHeaders);
  }

  /** Takes its place before the listener that the HTTP server has. */
  standBefore(server: Server): void {
    const [express] = server.listeners('request') as [(request: IncomingMessage, response: ServerResponse) => void];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (isPlain(request)) this.enter(request, response);
      else express(request, response);
    });
  }

  private get server(): ReturnType<DoorParts['server']> {
    return (this.served ??= this.parts.server());
  }

  private enter(request: IncomingMessage, response: ServerResponse): void {
    this.parts.identify(request, response, () => {
      for (const [name, value] of this.headers) response.setHeader(name, value);
      const refusal = this.server.guards.ofRequest(request);
      if (refusal) return refuse(response, refusal);
      this.read(request, response, (text) => {
        withinRequest(() => this.answer(request, response, text)).catch((error: unknown) =>
          this.fail(request, response, error),
        );
      });
    });
  }

  private read(request: IncomingMessage, response: ServerResponse, whenRead: (text: string) => void): void {
    const { bodyLimit, bodySeconds, tooLarge } = this.parts;
    expectBodyWithin(bodySeconds, request, response);
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= bodyLimit) chunks.push(chunk);
      else chunks.length = 0;
    });
    // A body that is too large is read to its end without being kept, so that the sender hears the answer.
    request.on('end', () => {
      if (response.headersSent) return;
      if (size > bodyLimit) refuse(response, tooLarge);
      else whenRead((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString('utf8'));
    });
  }

  private async answer(request: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
    const body = parsed(text);
    if (body === undefined) return refuse(response, this.parts.unreadable);
    const refusal = this.server.guards.ofBody(body);
    if (refusal) return refuse(response, refusal);
    const { apollo, contexts } = this.server;
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: headersFor(request), search: '', body },
      context: () => contexts.of(request, response),
    });
    if (answer.body.kind !== 'complete') throw new Error('An answer in parts, which nobody can ask for.');
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    response.end(answer.body.string);
  }

  private fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const reference = requestIdOf(request);
    this.parts.logger.error({ reference, err: error }, 'unexpected error');
    if (response.headersSent) return void response.destroy();
    const message = `Something went wrong on our side. Try again; if it stays, tell us the reference ${reference}.`;
    refuse(response, { status: 500, message, code: 'INTERNAL_SERVER_ERROR' });
  }
}

const plainTypes = new Set(['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']);

function isPlain({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'POST' &&
    url === '/graphql' &&
    plainTypes.has(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined
  );
}

/** The headers that Apollo Server looks at; copying all of them for every request is not free. */
function headersFor({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap([['content-type', headers['content-type']!]]);
  if (headers.accept !== undefined) map.set('accept', headers.accept);
  return map;
}

/** The object or list that the text holds; undefined when it holds none. As lenient as Express: nothing is an empty object. */
function parsed(text: string): unknown {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
