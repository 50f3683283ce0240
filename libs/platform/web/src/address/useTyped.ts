import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * A text field whose value lives elsewhere (in the address) and is settled once typing pauses. The letters show at
 * once; going back in the history brings the older text.
 *
 *     const [typed, setTyped, settleNow] = useTyped(filters.text, (text) => setFilters({ text }));
 */
export const useTyped = (
  settled: string,
  settle: (text: string) => void,
  delay = 150,
): [typed: string, setTyped: (text: string) => void, settleNow: () => void] => {
  const [typed, setTypedText] = useState(settled);
  const [known, setKnown] = useState(settled);
  const timer = useRef<number>(undefined);
  const waiting = useRef<string | null>(null);
  const latestSettle = useRef(settle);
  useEffect(() => {
    latestSettle.current = settle;
  });

  if (known !== settled) {
    setKnown(settled);
    // What we settled ourselves comes back here, perhaps while more letters follow: only a foreign change counts.
    if (settled !== typed.trim()) setTypedText(settled);
  }

  const settleNow = useCallback(() => {
    window.clearTimeout(timer.current);
    if (waiting.current !== null) latestSettle.current(waiting.current);
    waiting.current = null;
  }, []);
  const setTyped = useCallback(
    (text: string) => {
      setTypedText(text);
      waiting.current = text.trim();
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(settleNow, delay);
    },
    [delay, settleNow],
  );
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return [typed, setTyped, settleNow];
};
