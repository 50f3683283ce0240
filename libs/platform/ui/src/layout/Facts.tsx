import type { ReactNode } from 'react';
import styles from './Facts.module.css';

export type Fact = { label: string; value: ReactNode };

/** Names and values, ruled. */
export const Facts = ({ rows }: { rows: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {rows.map((row) => (
      <div key={row.label} className={styles.row}>
        <dt>{row.label}</dt>
        <dd>{row.value}</dd>
      </div>
    ))}
  </dl>
);
