import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icons/Icon';
import type { Fact } from '../layout/Facts';
import styles from './ResultRow.module.css';

export const ResultList = ({ children, label }: { children: ReactNode; label?: string }) => (
  <ol aria-label={label}>{children}</ol>
);

export type ResultRowProps = {
  title: ReactNode;
  to: string;
  /** Agency and steward. */
  by?: ReactNode;
  summary?: ReactNode;
  /** Breakdowns. */
  children?: ReactNode;
  /** At the right: access, lag, update. */
  facts?: readonly Fact[];
  /** How to ask, for a restricted source, and the act. */
  route?: { words: ReactNode; action?: ReactNode };
  headingLevel?: 2 | 3;
};

/** A data source found: enough to choose it without opening it. */
export const ResultRow = ({
  title,
  to,
  by,
  summary,
  children,
  facts = [],
  route,
  headingLevel = 3,
}: ResultRowProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <li className={styles.row}>
      <div>
        <Heading className={styles.title}>
          <Link to={to}>{title}</Link>
        </Heading>
        {by && <p className={styles.by}>{by}</p>}
        {summary && <p className={styles.summary}>{summary}</p>}
        {children}
      </div>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map((fact) => (
            <div key={fact.label} className={styles.fact}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {route && (
        <div className={styles.route}>
          <Icon name="locked" size="m" />
          <span className={styles.routeWords}>{route.words}</span>
          {route.action}
        </div>
      )}
    </li>
  );
};
