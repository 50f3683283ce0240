import { useEffect, useState } from 'react';

/**
 * Remembers where the focus was before the dialog is drawn, and gives it back once it is gone, unless a page took it
 * meanwhile. Mantine's own way looks when the field already has the focus, from the second opening on.
 */
export const useBorrowedFocus = (opened: boolean): boolean => {
  const [lender, setLender] = useState<Element | null>(null);
  useEffect(() => {
    setLender(opened ? (document.activeElement ?? document.body) : null);
  }, [opened]);
  useEffect(() => {
    if (!lender) return;
    return () => {
      if (document.activeElement === document.body && lender instanceof HTMLElement)
        lender.focus({ preventScroll: true });
    };
  }, [lender]);
  return lender !== null;
};
