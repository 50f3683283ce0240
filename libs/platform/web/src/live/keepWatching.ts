import type { LiveChange } from './ChangesSubscription';

export type Watched = {
  onOpen: () => void;
  onChange: (change: LiveChange) => void;
  /** The socket is gone, or never came to be. */
  onEnd: () => void;
};

export type Watching = {
  /** Opens a socket; `after` is the last change that was heard. Returns the way to close it. */
  watch: (after: string | null, watched: Watched) => () => void;
  onChange: (change: LiveChange) => void;
  /** There was a time without a socket of which nothing can be told. */
  onGap: () => void;
};

const firstPause = 1_000;
const longestPause = 60_000;
/** A page in the background keeps its socket so long; then it is closed until the person comes back. */
const millisecondsHidden = 60_000;
/** A socket that lived so long was a good one: the next trouble begins with short pauses again. */
const millisecondsProven = 10_000;

/**
 * Keeps one socket open while the page is seen. Where sockets are blocked, or the server is away, it tries again after
 * longer and longer pauses and says nothing: without it the hub works as well, only less lively.
 */
export const keepWatching = ({ watch, onChange, onGap }: Watching): (() => void) => {
  let close: (() => void) | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hide: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPause;
  let after: string | null = null;
  let wasOpen = false;

  const open = () => {
    if (close) return;
    clearTimeout(retry);
    let openedAt: number | null = null;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      close = null;
      if (openedAt !== null && performance.now() - openedAt > millisecondsProven) pause = firstPause;
      // At different times: all pages lose a server that restarts together.
      retry = setTimeout(openIfSeen, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, longestPause);
    };
    const stop = watch(after, {
      onOpen: () => {
        openedAt = performance.now();
        if (wasOpen && after === null) onGap();
        wasOpen = true;
      },
      onChange: (change) => {
        if (isOver) return;
        after = change.cursor ?? after;
        onChange(change);
      },
      onEnd: end,
    });
    close = () => {
      isOver = true;
      close = null;
      stop();
    };
  };
  const openIfSeen = () => {
    if (document.visibilityState === 'visible') open();
  };
  const onVisibility = () => {
    clearTimeout(hide);
    if (document.visibilityState === 'visible') open();
    else hide = setTimeout(() => close?.(), millisecondsHidden);
  };
  const onOnline = () => {
    pause = firstPause;
    openIfSeen();
  };

  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', onOnline);
  openIfSeen();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', onOnline);
    clearTimeout(retry);
    clearTimeout(hide);
    close?.();
  };
};
