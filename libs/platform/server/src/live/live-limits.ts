/** What one browser, and all of them together, may hold open. A tab needs one socket with one subscription. */
export const liveLimits = {
  /** Sockets of one server, whoever's. */
  sockets: 5_000,
  socketsOfPerson: 20,
  subscriptionsOfSocket: 3,
  /** Our own subscription has 260. */
  bytesOfMessage: 8_192,
  tokensOfDocument: 120,
  /** A client that says more is not ours. */
  messagesInTenSeconds: 50,
  /** What a client that reads too slowly may let pile up before it is cut off. */
  bytesUnread: 262_144,
  /** A socket that does not answer the ping by the next one is gone. */
  millisecondsBetweenPings: 25_000,
  millisecondsToBegin: 5_000,
  /** How soon a socket is closed whose session has ended, by whatever way. */
  millisecondsBetweenSessionChecks: 2_500,
} as const;

/** Why a socket is closed, as the client is told; 4000 and above are for applications to choose. */
export const liveClosings = {
  signedOut: [4401, 'The session has ended. Sign in again.'],
  tooManyMessages: [4429, 'Too many messages.'],
  tooSlow: [4408, 'What was sent was not read in time.'],
  stopping: [1012, 'The server restarts. Come back.'],
} as const satisfies Record<string, readonly [number, string]>;
