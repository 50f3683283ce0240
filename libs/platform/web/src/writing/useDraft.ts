import { formatDate, formatTime, todayInPacific } from '@sos/platform-ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewerIfSignedIn } from '../session/session';
import { createIntent, type Intent } from './intent';
import { personalKey, readStored, writeStored } from './storage';

type Kept = { text: string; keptAt: string; intentKey?: string };

export type Draft = {
  text: string;
  setText: (text: string) => void;
  /** "Draft kept 9:41 AM"; null when nothing is kept. */
  keptNote: string | null;
  /** The text was found from an earlier visit. */
  wasRestored: boolean;
  /** Of sending it. Kept with the text, so that a try after a reload is the same act. */
  intent: Intent;
  /** After success, or when the person throws it away. */
  clear: () => void;
};

const parse = (stored: string | null): Kept | null => {
  try {
    const kept = JSON.parse(stored ?? 'null') as Partial<Kept> | null;
    return typeof kept?.text === 'string' && typeof kept.keptAt === 'string'
      ? { text: kept.text, keptAt: kept.keptAt, intentKey: kept.intentKey }
      : null;
  } catch {
    return null;
  }
};

const noteOf = (keptAt: string): string =>
  todayInPacific(new Date(keptAt)) === todayInPacific()
    ? `Draft kept ${formatTime(keptAt)}`
    : `Draft kept ${formatDate(keptAt)}`;

/**
 * Keeps an unsent text for this person on this computer, through reloads, lost networks and lost sessions.
 * One key for each text: `useDraft('update:PS-19')`.
 */
export const useDraft = (key: string, initialText = ''): Draft => {
  const personId = useViewerIfSignedIn()?.person.id ?? 'nobody';
  const storageKey = personalKey(personId, `draft:${key}`);
  const [openedKey, setOpenedKey] = useState(storageKey);
  const [kept, setKept] = useState(() => parse(readStored(storageKey)));
  const [text, setShownText] = useState(kept?.text ?? initialText);
  const [wasRestored, setWasRestored] = useState(kept !== null);
  const [intent] = useState(() => createIntent(kept?.intentKey));
  const timer = useRef<number>(undefined);

  if (openedKey !== storageKey) {
    const found = parse(readStored(storageKey));
    setOpenedKey(storageKey);
    setKept(found);
    setShownText(found?.text ?? initialText);
    setWasRestored(found !== null);
    intent.renew(found?.intentKey);
  }

  const waiting = useRef<(() => void) | null>(null);
  const keepNow = useCallback(() => {
    window.clearTimeout(timer.current);
    waiting.current?.();
    waiting.current = null;
  }, []);
  // A page that closes, or a panel that goes away, keeps the last letters too.
  useEffect(() => {
    window.addEventListener('pagehide', keepNow);
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
    };
  }, [keepNow, storageKey]);

  const setText = useCallback(
    (next: string) => {
      setShownText(next);
      setWasRestored(false);
      const isEmpty = next.trim() === '' || next === initialText;
      waiting.current = () => {
        const kept = isEmpty ? null : { text: next, keptAt: new Date().toISOString(), intentKey: intent.key };
        writeStored(storageKey, kept && JSON.stringify(kept));
        setKept(kept);
      };
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(keepNow, 400);
    },
    [initialText, intent, keepNow, storageKey],
  );

  const clear = useCallback(() => {
    window.clearTimeout(timer.current);
    waiting.current = null;
    writeStored(storageKey, null);
    setKept(null);
    setShownText(initialText);
    setWasRestored(false);
    intent.renew();
  }, [initialText, intent, storageKey]);

  return { text, setText, keptNote: kept && noteOf(kept.keptAt), wasRestored, intent, clear };
};
