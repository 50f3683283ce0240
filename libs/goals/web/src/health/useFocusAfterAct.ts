import { useCallback } from 'react';

/** Longer than the dialog takes to give the focus back. */
const afterTheDialog = 60;

/** The button that opened the dialog may be gone once the act is done: then focus goes near. */
export const useFocusAfterAct = (selector: string) =>
  useCallback(() => {
    window.setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>(selector)?.focus();
    }, afterTheDialog);
  }, [selector]);
