import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

export const Kbd = ({ children }: { children: ReactNode }) => <kbd className={styles.key}>{children}</kbd>;

/** "J K move": for those who have a keyboard; a phone doesn't show it. */
export const KeyboardHint = ({ children }: { children: ReactNode }) => <span className={styles.hint}>{children}</span>;

/** A dot between two short facts. */
export const Separator = () => (
  <span className={styles.separator} aria-hidden="true">
    ·
  </span>
);
