import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './StateMessage.module.css';

type StateMessageProps = {
  icon: IconName;
  title: ReactNode;
  body?: ReactNode;
  action?: ReactNode;
  kind?: 'empty' | 'error';
  role?: 'status' | 'alert';
};

/** The frame that the states share: an icon, a sentence, and one act. */
export const StateMessage = ({ icon, title, body, action, kind, role }: StateMessageProps) => (
  <div className={classes(styles.state, kind && styles[kind])} role={role}>
    <Icon name={icon} size="m" className={styles.icon} />
    <div>
      <p className={styles.title}>{title}</p>
      {body && <div className={styles.body}>{body}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  </div>
);
