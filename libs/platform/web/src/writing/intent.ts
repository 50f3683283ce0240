import { useState } from 'react';

/**
 * What a person is about to have done once. Its key goes with each try, so that the hub knows a try that it has
 * answered before; `renew` it when the next press of the button is another act.
 */
export type Intent = {
  readonly key: string;
  /** Goes to `mutate` beside the variables; the client puts the key into the input. */
  readonly context: { intentKey: string };
  renew: (key?: string) => void;
};

/** `crypto.randomUUID` is missing where the hub is opened by plain http. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** For an act that is one call: a move on the board. */
export const createIntent = (key = newKey()): Intent => {
  let current = key;
  return {
    get key() {
      return current;
    },
    get context() {
      return { intentKey: current };
    },
    renew: (next = newKey()) => {
      current = next;
    },
  };
};

/** For a form that keeps no draft; one that does has `useDraft().intent`. */
export const useIntent = (): Intent => useState(() => createIntent())[0];

/** For an act that is the same however often it is done: it needs no key to be tried again. */
export const repeatable = { isRepeatable: true } as const;

/** The hub did it in an earlier try whose answer was lost, with other words than those sent now. */
export const wasDoneBefore = (fields: Readonly<Record<string, string>>): boolean => 'idempotencyKey' in fields;
