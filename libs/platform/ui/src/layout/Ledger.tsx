import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Link } from 'react-router';
import { classes } from '../words/classes';
import styles from './Ledger.module.css';

/** A list that keeps its dates and kinds in a margin, so that the eye runs down one edge. */
export const Ledger = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ul aria-label={label}>{children}</ul>
);

export type LedgerRowProps = Omit<ComponentPropsWithRef<'li'>, 'title'> & {
  /** The state first, then the date. */
  margin: ReactNode;
  title: ReactNode;
  titleTo?: string;
  meta?: ReactNode;
  /** One act. */
  action?: ReactNode;
  /** The poppy bar: this is the row you are on. */
  current?: boolean;
  headingLevel?: 3 | 4;
  /** What opens under the row. */
  children?: ReactNode;
};

export const LedgerRow = ({
  margin,
  title,
  titleTo,
  meta,
  action,
  current,
  headingLevel = 3,
  className,
  children,
  ...rest
}: LedgerRowProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <li {...rest} className={classes(styles.row, current && styles.current, className)}>
      <div className={styles.margin}>{margin}</div>
      <div className={styles.body}>
        <Heading className={styles.title}>{titleTo === undefined ? title : <Link to={titleTo}>{title}</Link>}</Heading>
        {meta && <div className={styles.meta}>{meta}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
      {children && <div className={styles.panel}>{children}</div>}
    </li>
  );
};
