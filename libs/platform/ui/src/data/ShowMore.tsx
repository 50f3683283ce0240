import { Button } from '../controls/Button';
import styles from './ShowMore.module.css';

export type ShowMoreProps = {
  shown: number;
  total?: number;
  onMore?: (() => void) | null;
  busy?: boolean;
  /** "items" */ what?: string;
};

/** "Showing 25 of 52 items", and the next ones. */
export const ShowMore = ({ shown, total, onMore, busy, what = 'items' }: ShowMoreProps) => (
  <div className={styles.more}>
    <span role="status">
      Showing {shown.toLocaleString('en-US')}
      {total !== undefined && ` of ${total.toLocaleString('en-US')}`} {what}
    </span>
    {onMore && (
      <Button size="s" onClick={onMore} busy={busy}>
        {busy ? 'Loading' : 'Show more'}
      </Button>
    )}
  </div>
);

export type PagerProps = { page: number; pages: number; onPage: (page: number) => void };

export const Pager = ({ page, pages, onPage }: PagerProps) => (
  <nav className={styles.more} aria-label="Pages">
    <span role="status">
      Page {page} of {pages}
    </span>
    <span className={styles.pages}>
      <Button size="s" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <Button size="s" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </span>
  </nav>
);
