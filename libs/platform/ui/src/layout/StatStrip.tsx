import { type ReactNode, useId } from 'react';
import { classes } from '../words/classes';
import styles from './StatStrip.module.css';

export type Stat = { value: ReactNode; label: ReactNode };
export type StatStripProps = { title?: ReactNode; detail?: ReactNode; stats: readonly Stat[] };

/** Up to four large numerals with a few words each: "Since the last meeting". */
export const StatStrip = ({ title, detail, stats }: StatStripProps) => {
  const headingId = useId();
  return (
    <section className={classes(styles.strip, !title && styles.plain)} aria-labelledby={title ? headingId : undefined}>
      {title && (
        <div className={styles.intro}>
          <h2 className={styles.title} id={headingId}>
            {title}
          </h2>
          {detail && <p>{detail}</p>}
        </div>
      )}
      <ul className={styles.list}>
        {stats.map((stat, place) => (
          <li key={place} className={styles.stat}>
            <span className={styles.value}>{stat.value}</span> <span>{stat.label}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
