import { createContext, type ReactNode } from 'react';
import { classes } from '../words/classes';
import styles from './Columns.module.css';

/** Whether we stand beside the main column. */
export const AsideContext = createContext(false);

export type ColumnsProps = {
  main: ReactNode;
  aside: ReactNode;
  /** left: the filters of a search, before the results. */
  side?: 'right' | 'left';
};

/** The page's main column with its context beside it; on narrow screens, below it. */
export const Columns = ({ main, aside, side = 'right' }: ColumnsProps) => {
  const context = (
    <div>
      <AsideContext value={side === 'right'}>{aside}</AsideContext>
    </div>
  );
  return (
    <div className={classes(styles.columns, side === 'left' && styles.left)}>
      {side === 'left' && context}
      <div>{main}</div>
      {side === 'right' && context}
    </div>
  );
};

/** Buttons in a row. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>;
