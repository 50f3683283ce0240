import type { ReactNode } from 'react';
import { VisuallyHidden } from '../states/VisuallyHidden';
import { classes } from '../words/classes';
import styles from './CheckboxField.module.css';

export type CheckboxFieldProps = {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Some of the things it stands for are chosen. */
  indeterminate?: boolean;
  hint?: ReactNode;
  count?: number;
  disabled?: boolean;
  name?: string;
  className?: string;
};

export const CheckboxField = ({
  label,
  checked,
  onChange,
  indeterminate,
  hint,
  count,
  className,
  ...rest
}: CheckboxFieldProps) => (
  <label className={classes(styles.field, className)}>
    <input
      type="checkbox"
      {...rest}
      checked={checked}
      ref={(box) => {
        if (box) box.indeterminate = indeterminate ?? false;
      }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>
      {label}
      {hint && <span className={styles.hint}>{hint}</span>}
    </span>
    {count !== undefined && (
      <span className={styles.count}>
        <VisuallyHidden>, </VisuallyHidden>
        {count.toLocaleString('en-US')}
      </span>
    )}
  </label>
);
