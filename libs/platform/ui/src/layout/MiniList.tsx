import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../words/classes';
import styles from './MiniList.module.css';

export type MiniListItem = { key?: string; title: ReactNode; to?: string; detail?: ReactNode; actions?: ReactNode };

/** A short list beside the main column: a title, one quiet line, perhaps an act. */
export const MiniList = ({ items, ruled = true }: { items: readonly MiniListItem[]; ruled?: boolean }) => (
  <ul>
    {items.map((item, place) => (
      <li key={item.key ?? place} className={classes(styles.item, ruled && styles.ruled)}>
        {item.to === undefined ? (
          <span className={styles.title}>{item.title}</span>
        ) : (
          <Link className={styles.title} to={item.to}>
            {item.title}
          </Link>
        )}
        {item.detail && <div className={styles.detail}>{item.detail}</div>}
        {item.actions && <div className={styles.actions}>{item.actions}</div>}
      </li>
    ))}
  </ul>
);
