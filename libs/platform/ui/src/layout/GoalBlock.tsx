import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import styles from './GoalBlock.module.css';

export type GoalBlockProps = {
  number: ReactNode;
  kind?: string;
  statement: ReactNode;
  to?: string;
  /** At the right of the statement: help wanted. */
  end?: ReactNode;
  children?: ReactNode;
};

/** A goal on its page of the register: the numeral in the margin, the statement, then its cells and objectives. */
export const GoalBlock = ({ number, kind = 'Goal', statement, to, end, children }: GoalBlockProps) => {
  const headingId = useId();
  return (
    <section className={styles.goal} aria-labelledby={headingId}>
      <p className={styles.number}>
        {kind} <b>{number}</b>
      </p>
      <div>
        <div className={styles.head}>
          <h2 className={styles.statement} id={headingId}>
            {to === undefined ? statement : <Link to={to}>{statement}</Link>}
          </h2>
          {end && <div className={styles.end}>{end}</div>}
        </div>
        {children}
      </div>
    </section>
  );
};

/** One line under the cells, with its acts at the right. */
export const NoteLine = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <div className={styles.note}>
    <span>{children}</span>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
