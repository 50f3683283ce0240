import { useEffect } from 'react';

/** On a phone the row of tabs scrolls: the tab one came to by a link must not stand outside it. */
export const useCurrentTabInView = (tab: string): void => {
  useEffect(() => {
    const row = document.querySelector<HTMLElement>('[data-tabs]');
    const current = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!row || !current) return;
    const { left, width } = current.getBoundingClientRect();
    row.scrollLeft += left - row.getBoundingClientRect().left - (row.clientWidth - width) / 2;
  }, [tab]);
};
