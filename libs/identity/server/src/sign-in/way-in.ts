import type { IncomingMessage } from 'node:http';

export type SignInMethod =
  'demonstration' | 'one-time address' | 'invitation' | 'set-up' | 'passkey' | 'identity provider';

/** How, and with which browser, a session begins. */
export interface WayIn {
  method: SignInMethod;
  /** What the browser says of itself, for the person's list of sessions; never trusted. */
  userAgent: string;
  /** The session that the browser had until now: the new one takes its place. */
  previousToken: string | null;
}

export const wayIn = (method: SignInMethod, request: IncomingMessage, previousToken: string | null): WayIn => ({
  method,
  userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
  previousToken,
});
