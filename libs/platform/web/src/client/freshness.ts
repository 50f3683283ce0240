import { ApolloLink } from '@apollo/client';
import { map } from 'rxjs';
import { useSyncExternalStore } from 'react';

let updatedAt: string | null = null;
const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const mark = () => {
  // The footer shows minutes: a new value for every answer would draw it for nothing.
  const minute = `${new Date().toISOString().slice(0, 16)}:00Z`;
  if (minute === updatedAt) return;
  updatedAt = minute;
  listeners.forEach((listener) => listener());
};

const isBackground = (operation: ApolloLink.Operation): boolean =>
  'sos-background' in ((operation.getContext()['headers'] as object | undefined) ?? {});

export const freshnessLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(
    map((result) => {
      // What a page asks by itself, such as how long the session has, brings nothing new to what it shows.
      if (!isBackground(operation)) mark();
      return result;
    }),
  ),
);

/** When the server last answered; null before the first answer. */
export const useUpdatedAt = (): string | null => useSyncExternalStore(listen, () => updatedAt);
