import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classes } from '../words/classes';
import styles from './Panel.module.css';

/** A frame means: you can act inside. */
export const FormPanel = ({ className, ...rest }: ComponentPropsWithRef<'form'>) => (
  <form {...rest} className={classes(styles.panel, className)} />
);

export const Panel = ({ className, ...rest }: ComponentPropsWithRef<'div'>) => (
  <div {...rest} className={classes(styles.panel, className)} />
);

/** The last update, in one line. */
export const LastWord = ({ by, children }: { /** "Oct 3, you" */ by: ReactNode; children: ReactNode }) => (
  <p className={styles.last}>
    <span>{by}</span>
    <q>{children}</q>
  </p>
);

/** The buttons of a form, and a quiet word at their right: "Draft kept 9:41 AM". */
export const PanelFoot = ({ children, end }: { children: ReactNode; end?: ReactNode }) => (
  <div className={styles.foot}>
    {children}
    {end && <span className={styles.end}>{end}</span>}
  </div>
);
