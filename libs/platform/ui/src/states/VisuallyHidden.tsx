import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** Words for those who listen. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className={styles.hidden}>{children}</span>
);

/** Stays in the page, so that a change of its words is spoken. */
export const LiveRegion = ({ children, assertive }: { children?: ReactNode; assertive?: boolean }) => (
  <div className={styles.hidden} role={assertive ? 'alert' : 'status'}>
    {children}
  </div>
);
