export type Breadcrumb = { label: string; /** Left out for the page itself. */ to?: string };
export type CurrentPage = { title: string; breadcrumbs: readonly Breadcrumb[] };

const none: CurrentPage = { title: '', breadcrumbs: [] };

/** What the shell shows of the page: one window has one page, so this is one place and no context. */
let current = none;
/** Where focus was last brought; undefined until the first page is there. */
let place: string | undefined;
const listeners = new Set<() => void>();

export const pageStore = {
  read: () => current,
  show(page: CurrentPage) {
    current = page;
    listeners.forEach((listener) => listener());
  },
  listen(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  /** Answers whether this is a place that focus has not been brought to; the first of all is not counted. */
  arrive(at: string): boolean {
    const isNew = place !== undefined && place !== at;
    place = at;
    return isNew;
  },
  reset() {
    current = none;
    place = undefined;
  },
};
