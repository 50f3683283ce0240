import { print } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { hashOf } from '../client/knownOperations';
import { ChangesSubscription, type LiveChange } from './ChangesSubscription';
import type { Watched } from './keepWatching';

// The protocol wants a text; the hub that knows the hash takes its own in its place, and in production no other.
const query = print(ChangesSubscription);
const extensions = { persistedQuery: { version: 1, sha256Hash: hashOf(ChangesSubscription) } };

/** One socket with one subscription, at the address of the API. It does not come back by itself. */
export const openSocket = (after: string | null, { onOpen, onChange, onEnd }: Watched): (() => void) => {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const client = createClient({ url: url.href, retryAttempts: 0, on: { connected: onOpen } });
  client.subscribe<{ changes: LiveChange }>(
    { query, extensions, variables: { after } },
    { next: ({ data }) => data && onChange(data.changes), error: onEnd, complete: onEnd },
  );
  return () => void client.dispose();
};
