import { useEffect, useState } from 'react';
import { tokenInFragment } from './oneTimeToken';

/** The token of the address, which is at once out of the history and out of what a neighbour can read. */
export const useTokenInFragment = (): string | null => {
  const [token] = useState(() => tokenInFragment(window.location.hash));
  useEffect(() => {
    if (!window.location.hash) return;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }, []);
  return token;
};
