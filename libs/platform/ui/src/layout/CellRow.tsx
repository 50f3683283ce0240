import type { ReactNode } from 'react';
import { classes } from '../words/classes';
import styles from './CellRow.module.css';

export type Cell = {
  label: ReactNode;
  value: ReactNode;
  /** A large figure above the value: <>11 of 24 <small>items</small></>. */
  figure?: ReactNode;
  note?: ReactNode;
};

/** Always the same four cells of a goal: declared, computed, reported, indicator. `figures`: equal cells with serif numerals. */
export const CellRow = ({ cells, figures }: { cells: readonly Cell[]; figures?: boolean }) => (
  <dl className={classes(styles.row, figures && styles.equal)}>
    {cells.map((cell, place) => (
      <div key={place} className={styles.cell}>
        <dt>{cell.label}</dt>
        {cell.figure && <dd className={styles.figure}>{cell.figure}</dd>}
        <dd className={styles.value}>{cell.value}</dd>
        {cell.note && <dd className={styles.note}>{cell.note}</dd>}
      </div>
    ))}
  </dl>
);
