import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';

const listeners = new Set<() => void>();

/** Apollo hands an answer on in a tick of its own; whoever listens finds it done. */
const tell = () => void setTimeout(() => listeners.forEach((listener) => listener()));

export const answersLink = new ApolloLink((operation, forward) =>
  forward(operation).pipe(tap({ next: tell, error: tell })),
);

/** Calls the listener after each answer of the server; returns the way to stop. */
export const onAnswer = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
