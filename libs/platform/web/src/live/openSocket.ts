import { print } from '@apollo/client/utilities';
import { createClient } from 'graphql-ws';
import { ChangesSubscription, type LiveChange } from './ChangesSubscription';
import type { Watched } from './keepWatching';

const query = print(ChangesSubscription);

/** One socket with one subscription, at the address of the API. It does not come back by itself. */
export const openSocket = (after: string | null, { onOpen, onChange, onEnd }: Watched): (() => void) => {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const client = createClient({ url: url.href, retryAttempts: 0, on: { connected: onOpen } });
  client.subscribe<{ changes: LiveChange }>(
    { query, variables: { after } },
    { next: ({ data }) => data && onChange(data.changes), error: onEnd, complete: onEnd },
  );
  return () => void client.dispose();
};
