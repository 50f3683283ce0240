import type { ServerResponse } from 'node:http';

/** Why a request is not even looked at, in the form of a GraphQL answer. */
export interface RefusedRequest {
  status: number;
  message: string;
  code: string;
  /** Seconds after which it is worth asking again. */
  retryAfter?: number;
}

export function refuse(response: ServerResponse, { status, message, code, retryAfter }: RefusedRequest): void {
  response.statusCode = status;
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
