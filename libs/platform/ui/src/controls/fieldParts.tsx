import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import styles from './Field.module.css';

/** What every labelled control has. */
export type FieldProps = {
  label: string;
  /** Adds "(optional)"; fields without it are asked for. */
  optional?: boolean;
  hint?: ReactNode;
  /** Says what to do: "Enter a date such as Dec 4, 2026." */
  error?: ReactNode;
  disabled?: boolean;
  name?: string;
  id?: string;
};

export const fieldLabel = (label: string, optional?: boolean): ReactNode =>
  optional ? (
    <>
      {label} <span className={styles.optional}>(optional)</span>
    </>
  ) : (
    label
  );

export const fieldError = (error: ReactNode): ReactNode =>
  error ? (
    <>
      <Icon name="exclamation" />
      <span>{error}</span>
    </>
  ) : undefined;

export const wrap = ({ label, optional, hint, error, ...rest }: FieldProps) => ({
  ...rest,
  label: fieldLabel(label, optional),
  description: hint,
  error: fieldError(error),
});
