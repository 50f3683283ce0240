import { NativeSelect } from '@mantine/core';
import { Icon } from '../icons/Icon';
import styles from './Field.module.css';
import { type FieldProps, wrap } from './fieldParts';

export type Option = { value: string; label: string; disabled?: boolean };
export type SelectFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  /** A first, empty choice: "Choose an agency". */
  placeholder?: string;
};

/** A short list of choices, in the platform's own menu. */
export const SelectField = ({ value, onChange, options, placeholder, ...field }: SelectFieldProps) => (
  <NativeSelect
    {...wrap(field)}
    classNames={{ input: styles.select }}
    rightSection={<Icon name="chevronDown" />}
    rightSectionPointerEvents="none"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    data={placeholder === undefined ? options : [{ value: '', label: placeholder }, ...options]}
  />
);

export type SortSelectProps = {
  value: string;
  onChange: (value: string) => void;
  options: Option[];
  label?: string;
};

/** The order of a list; its label is for those who listen, the choice itself says the rest. */
export const SortSelect = ({ value, onChange, options, label = 'Sort by' }: SortSelectProps) => (
  <NativeSelect
    aria-label={label}
    classNames={{ input: styles.select }}
    rightSection={<Icon name="chevronDown" />}
    rightSectionPointerEvents="none"
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    data={options}
  />
);
