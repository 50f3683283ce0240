import type { ReactNode } from 'react';
import styles from './BareMain.module.css';

/** When there is no frame yet, or none can be drawn. */
export const BareMain = ({ children }: { children: ReactNode }) => <main className={styles.main}>{children}</main>;
