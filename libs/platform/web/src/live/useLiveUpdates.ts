import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { keepWatching, type Watched } from './keepWatching';
import { liveChanges } from './liveChanges';
import { QuietRefresh } from './QuietRefresh';

/** The socket's code comes after the page, and a browser without sockets never needs it. */
const watch = (after: string | null, watched: Watched): (() => void) => {
  let stop: (() => void) | null = null;
  let isOver = false;
  import('./openSocket').then(
    ({ openSocket }) => {
      if (!isOver) stop = openSocket(after, watched);
    },
    () => watched.onEnd(),
  );
  return () => {
    isOver = true;
    stop?.();
  };
};

/**
 * While somebody is signed in and sees the page, what others change shows by itself.
 * @param except Names of queries that others' changes do not concern. A constant.
 */
export const useLiveUpdates = (except: ReadonlySet<string>): void => {
  const client = useApolloClient();
  useEffect(() => {
    if (typeof WebSocket === 'undefined') return;
    const refresh = new QuietRefresh(client, { except });
    const stopListening = liveChanges.listen((change) => refresh.hear(change));
    const stopWatching = keepWatching({
      watch,
      onChange: (change) => liveChanges.tell(change),
      onGap: () => refresh.hear({ kind: 'MISSED', subjectId: null }),
    });
    return () => {
      stopWatching();
      stopListening();
      refresh.stop();
    };
  }, [client, except]);
};
