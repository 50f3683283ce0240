import type { ServerResponse } from 'node:http';

/** Why a request is not even looked at, in the form of a GraphQL answer. */
export interface RefusedRequest {
  status: number;
  message: string;
  code: string;
}

export function refuse(response: ServerResponse, { status, message, code }: RefusedRequest): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}
