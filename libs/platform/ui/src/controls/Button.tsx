import type { ComponentPropsWithRef } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './Button.module.css';

export type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'ref'> & {
  ref?: React.Ref<HTMLButtonElement>;
  variant?: 'primary' | 'default' | 'subtle' | 'danger';
  size?: 'm' | 's';
  icon?: IconName;
  /** Makes it a link inside the hub. */
  to?: string;
  /** Makes it a plain link: a download, another site. */
  href?: string;
  /** Shown behind the word on wide screens: "Ctrl+Enter". */
  shortcut?: string;
  /** Work is under way: a second press does nothing, and focus stays where it is. */
  busy?: boolean;
};

export const Button = ({
  variant = 'default',
  size = 'm',
  icon,
  to,
  href,
  shortcut,
  busy,
  className,
  children,
  type = 'button',
  onClick,
  ref,
  ...rest
}: ButtonProps) => {
  const look = classes(styles.button, variant !== 'default' && styles[variant], size === 's' && styles.s, className);
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && (
        <span className={styles.shortcut} aria-hidden="true">
          {shortcut}
        </span>
      )}
    </>
  );
  const named = { 'aria-label': rest['aria-label'], title: rest.title, id: rest.id };
  if (to !== undefined)
    return (
      <Link to={to} className={look} {...named}>
        {inside}
      </Link>
    );
  if (href !== undefined)
    return (
      <a href={href} className={look} {...named}>
        {inside}
      </a>
    );
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      className={look}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {inside}
    </button>
  );
};
