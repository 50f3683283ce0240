import { useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { type Breadcrumb, pageStore } from './pageStore';

export type Page = {
  /** "Goals"; the window's title becomes "Goals - SOS Hub". */
  title: string;
  /** From the top down, the page itself last and without `to`. Left out, the bar shows the title alone. */
  breadcrumbs?: readonly Breadcrumb[];
  /**
   * Focus moves to the h1 when the path changes. A page that keeps a tab in its path names its own place
   * (`/subgroups/harm-reduction`), so that focus stays on the tab.
   */
  place?: string;
};

const bringFocus = () => {
  const target = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
};

/**
 * Tells the shell what page this is. Call it once in each page, in the component that draws the h1 (below its
 * suspending query, so that the h1 is there when focus comes).
 *
 *     usePage({ title: goal.statement, breadcrumbs: [{ label: 'Goals', to: '/goals' }, { label: `Goal ${number}` }] });
 */
export const usePage = ({ title, breadcrumbs = [{ label: title }], place }: Page): void => {
  const { pathname } = useLocation();
  const at = place ?? pathname;
  const trail = JSON.stringify(breadcrumbs);
  useEffect(() => {
    document.title = `${title} - SOS Hub`;
    pageStore.show({ title, breadcrumbs: JSON.parse(trail) as Breadcrumb[] });
  }, [title, trail]);
  useEffect(() => {
    if (pageStore.arrive(at)) bringFocus();
  }, [at]);
};

/** For the shell. */
export const useCurrentPage = () => useSyncExternalStore(pageStore.listen, pageStore.read);
