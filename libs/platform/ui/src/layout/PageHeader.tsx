import type { ReactNode } from 'react';
import { classes } from '../words/classes';
import styles from './PageHeader.module.css';

export type PageHeaderProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  /** One or two sentences; the words that matter in <b>. */
  lede?: ReactNode;
  actions?: ReactNode;
  /** narrow: a page of prose or a form. */
  width?: 'full' | 'narrow';
};

/** The poppy tab says where you are. The heading takes the focus when the route changes. */
export const PageHeader = ({ title, eyebrow, lede, actions, width = 'full' }: PageHeaderProps) => (
  <div className={classes(styles.header, width === 'narrow' && styles.narrow)}>
    {eyebrow && <div className={styles.eyebrow}>{eyebrow}</div>}
    <div className={styles.line}>
      <div className={styles.words}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        {lede && <p className={styles.lede}>{lede}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  </div>
);
