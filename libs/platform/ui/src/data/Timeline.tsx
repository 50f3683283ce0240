import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import styles from './Timeline.module.css';

export type TimelineEntry = { key?: string; date: ReactNode; icon: IconName; body: ReactNode; detail?: ReactNode };

/** What happened, newest first, with the days in the margin. */
export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label?: string }) => (
  <ol aria-label={label}>
    {entries.map((entry, place) => (
      <li key={entry.key ?? place} className={styles.entry}>
        <div className={styles.date}>{entry.date}</div>
        <span className={styles.icon}>
          <Icon name={entry.icon} />
        </span>
        <div className={styles.words}>
          <div className={styles.body}>{entry.body}</div>
          {entry.detail && <div className={styles.detail}>{entry.detail}</div>}
        </div>
      </li>
    ))}
  </ol>
);
