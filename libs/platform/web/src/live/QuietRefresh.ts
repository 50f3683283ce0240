import type { ApolloClient, ObservableQuery } from '@apollo/client';
import type { LiveChange } from './ChangesSubscription';
import { handsAreFree } from './handsAreFree';

export type QuietRefreshOptions = {
  /** Queries that others' changes do not concern, by name. */
  except: ReadonlySet<string>;
  /** Milliseconds from a change until what shows it is asked again, and until everything else on the screen is. */
  soon?: number;
  later?: number;
  isFree?: () => boolean;
};

/** The server gives at most so many rows at once; a list that shows more is not asked again by itself. */
const mostRows = 200;

/**
 * Asks again for what is on the screen when somebody else has changed it: soon where the very thing is shown, later where
 * it may count or belong. Several changes are one question, and nothing is asked while the person is writing. It asks
 * beside the page's own queries, so that nothing shows that it loads: the new answer takes the old one's place.
 */
export class QuietRefresh {
  private readonly changed = new Set<string>();
  private everything = false;
  private soonTimer: ReturnType<typeof setTimeout> | undefined;
  private laterTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly soon: number;
  private readonly later: number;
  private readonly isFree: () => boolean;

  constructor(
    private readonly client: ApolloClient,
    private readonly options: QuietRefreshOptions,
  ) {
    this.soon = options.soon ?? 500;
    this.later = options.later ?? 5_000;
    this.isFree = options.isFree ?? handsAreFree;
  }

  hear({ kind, subjectId }: Pick<LiveChange, 'kind' | 'subjectId'>): void {
    if (kind === 'MISSED' || subjectId === null) this.everything = true;
    else this.changed.add(subjectId);
    this.soonTimer ??= setTimeout(() => void this.askSoon(), withJitter(this.soon));
    this.laterTimer ??= setTimeout(() => void this.askLater(), withJitter(this.later));
  }

  stop(): void {
    clearTimeout(this.soonTimer);
    clearTimeout(this.laterTimer);
  }

  private async askSoon(): Promise<void> {
    this.soonTimer = undefined;
    if (!this.isFree()) {
      this.soonTimer = setTimeout(() => void this.askSoon(), this.soon);
      return;
    }
    const ids = [...this.changed];
    const everything = this.everything;
    this.changed.clear();
    this.everything = false;
    await this.ask((query) => everything || shows(this.resultOf(query), ids));
  }

  private async askLater(): Promise<void> {
    this.laterTimer = undefined;
    if (!this.isFree()) {
      this.laterTimer = setTimeout(() => void this.askLater(), this.later);
      return;
    }
    await this.ask(() => true);
  }

  private async ask(concerns: (query: ObservableQuery) => boolean): Promise<void> {
    const shown = [...this.client.getObservableQueries('active')].filter(
      (query) => !this.options.except.has(query.queryName ?? '') && concerns(query),
    );
    await Promise.allSettled(shown.map((query) => this.askAgain(query)));
  }

  private async askAgain(query: ObservableQuery): Promise<void> {
    const { variables } = query;
    const rows = mostRowsShown(this.resultOf(query));
    const isPaged = 'first' in variables;
    if (isPaged && rows > mostRows) return;
    await this.client.query({
      query: query.query,
      // What "Show more" has brought must not go: the list is asked for as long as it is.
      variables: isPaged && rows > Number(variables.first) ? { ...variables, first: rows } : variables,
      fetchPolicy: 'network-only',
      // The page asks, not the person: it must not keep the session alive.
      context: { headers: { 'sos-background': '1' } },
    });
  }

  /** All that the query has, with what its fragments keep to themselves. */
  private resultOf(query: ObservableQuery): unknown {
    const { cache } = this.client;
    const document = cache.transformDocument(query.query);
    return cache.diff({ query: document, variables: query.variables, optimistic: true, returnPartialData: true })
      .result;
  }
}

const withJitter = (milliseconds: number) => milliseconds * (0.75 + Math.random() / 2);

/** Whether one of the things is anywhere in the result. */
function shows(value: unknown, ids: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (ids.includes((value as { id?: string }).id ?? '')) return true;
  return Object.values(value).some((part) => shows(part, ids));
}

/** The length of the longest paged list in the result. */
function mostRowsShown(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const { edges } = value as { edges?: unknown };
  const own = Array.isArray(edges) ? edges.length : 0;
  return Object.values(value).reduce<number>((most, part) => Math.max(most, mostRowsShown(part)), own);
}
