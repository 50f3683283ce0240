/**
 * Tells this window and the others of the same browser that the session was prolonged or renewed, so that none of them
 * warns of an end that was put off.
 */
const name = 'sos-session';
const here = new EventTarget();
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);

export const tellSessionGoesOn = (): void => {
  here.dispatchEvent(new Event(name));
  others?.postMessage(null);
};

export const onSessionGoesOn = (listener: () => void): (() => void) => {
  here.addEventListener(name, listener);
  others?.addEventListener('message', listener);
  return () => {
    here.removeEventListener(name, listener);
    others?.removeEventListener('message', listener);
  };
};
