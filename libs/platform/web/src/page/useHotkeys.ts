import { useEffect, useRef } from 'react';
import { useSingleKeys } from './singleKeys';

/** `j`, `shift+u`, `mod+k` (Ctrl, or Cmd on a Mac), `mod+enter`, `escape`, `/`. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"]') !== null;

const overlays = '[aria-modal="true"], [role="menu"]';
// Asked before anyone acts on the key: Escape has closed the dialog by the time the page hears of it.
let overlayIsOpen = false;
window.addEventListener('keydown', () => (overlayIsOpen = document.querySelector(overlays) !== null), true);

const nameOf = (event: KeyboardEvent): string => {
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  // Shift is part of the character for "?" and "/", and a modifier for letters and named keys.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key));
  return `${mod ? 'mod+' : ''}${shift ? 'shift+' : ''}${key}`;
};

/**
 * Keys for the whole page. Those without `mod` are silent while somebody types, while a dialog or a menu is open, and when
 * the person has turned single keys off (WCAG 2.1.4).
 */
export const useHotkeys = (hotkeys: Hotkeys, { enabled = true }: { enabled?: boolean } = {}): void => {
  const latest = useRef(hotkeys);
  useEffect(() => {
    latest.current = hotkeys;
  });
  const [singleKeys] = useSingleKeys();
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = nameOf(event);
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined;
      if (!act) return;
      if (!name.startsWith('mod+') && (!singleKeys || isTyping(event.target) || overlayIsOpen)) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled, singleKeys]);
};
