import type { ComponentPropsWithRef } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './IconButton.module.css';

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label' | 'ref'> & {
  ref?: React.Ref<HTMLButtonElement>;
  icon: IconName;
  /** What it does, in words: "Notifications, 3 unread". */
  label: string;
  /** A poppy dot: something waits. */
  dot?: boolean;
  to?: string;
};

export const IconButton = ({ icon, label, dot, to, className, ref, ...rest }: IconButtonProps) => {
  const inside = (
    <>
      <Icon name={icon} size="m" />
      {dot && <span className={styles.dot} />}
    </>
  );
  return to === undefined ? (
    <button type="button" {...rest} ref={ref} aria-label={label} className={classes(styles.button, className)}>
      {inside}
    </button>
  ) : (
    <Link to={to} aria-label={label} className={classes(styles.button, className)}>
      {inside}
    </Link>
  );
};
