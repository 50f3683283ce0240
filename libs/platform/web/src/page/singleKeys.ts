import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../writing/storage';

const key = 'sos-single-keys';
const listeners = new Set<() => void>();
const read = () => readStored(key) !== 'off';
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const choose = (on: boolean) => {
  writeStored(key, on ? null : 'off');
  listeners.forEach((listener) => listener());
};

/** Whether J, K and U act by themselves; people who speak to their computer turn them off. */
export const useSingleKeys = (): [on: boolean, choose: (on: boolean) => void] => [
  useSyncExternalStore(listen, read),
  choose,
];
