import { useEffect, useRef } from 'react';

/** An entry of a menu is gone once it is chosen: its menu's button stands for it. */
const steady = (element: Element | null): HTMLElement | null => {
  const labelledBy = element?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const button = labelledBy ? document.getElementById(labelledBy) : null;
  return button ?? (element instanceof HTMLElement ? element : null);
};

const isLost = (element: Element | null): boolean =>
  element === null || element === document.body || element.closest('[role=dialog]') !== null;

/**
 * Gives the focus back to what opened a dialog, once the dialog is gone; unless the page has sent it elsewhere. What
 * had the focus is noted all the time: when the dialog opens, a menu's entry that opened it no longer has it.
 */
export const useGivenBackFocus = (opened: boolean): void => {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (opened) {
      opener.current ??= steady(document.activeElement);
      return () => {
        const target = opener.current;
        window.setTimeout(() => {
          if (target?.isConnected && isLost(document.activeElement)) target.focus({ preventScroll: true });
        });
      };
    }
    const note = ({ target }: FocusEvent) => {
      opener.current = steady(target as Element);
    };
    opener.current = isLost(document.activeElement) ? opener.current : steady(document.activeElement);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [opened]);
};
