import { useSyncExternalStore } from 'react';

const listen = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

/** False when the browser knows that there is no network; true says nothing about the server. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
