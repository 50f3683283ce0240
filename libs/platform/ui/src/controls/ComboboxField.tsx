import { type ComboboxItem, MultiSelect, Select } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { Icon } from '../icons/Icon';
import styles from './Field.module.css';
import { type FieldProps, wrap } from './fieldParts';

export type ComboboxOption = { value: string; label: string; /** Small, at the right: "CDCR". */ detail?: string };

type Shared = FieldProps & {
  options: ComboboxOption[];
  placeholder?: string;
  /** Said when no option matches. */
  nothingFound?: string;
  /** For options that the server looks up. */
  onSearch?: (text: string) => void;
};

const look = {
  searchable: true,
  withScrollArea: false,
  openOnFocus: false,
  withCheckIcon: false,
  maxDropdownHeight: 288,
  comboboxProps: { shadow: undefined, offset: 4, transitionProps: { duration: 0 } },
} as const;

const classNames = { dropdown: styles.dropdown, options: styles.options, option: styles.option, empty: styles.nothing };

const drawOption = ({ option }: { option: ComboboxItem & { detail?: string } }) => (
  <>
    <span>{option.label}</span>
    {option.detail && <span className={styles.detail}>{option.detail}</span>}
  </>
);

const matches = (option: ComboboxOption, text: string) =>
  `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());

/** Typing finds a full name as well as an acronym. */
const filter = ({ options, search }: { options: unknown[]; search: string }) =>
  (options as ComboboxOption[]).filter((option) => matches(option, search)) as never[];

/** Escape closes the list first and the dialog around it only next time. */
const keepEscape = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key === 'Escape' && event.currentTarget.getAttribute('aria-expanded') === 'true') event.stopPropagation();
};

export type ComboboxFieldProps = Shared & {
  value: string | null;
  onChange: (value: string | null) => void;
  clearable?: boolean;
};

/** One of many, found by typing. */
export const ComboboxField = ({
  value,
  onChange,
  options,
  nothingFound,
  onSearch,
  clearable,
  placeholder,
  ...field
}: ComboboxFieldProps) => (
  <Select
    {...look}
    {...wrap(field)}
    classNames={classNames}
    value={value}
    onChange={onChange}
    data={options}
    filter={onSearch ? undefined : filter}
    renderOption={drawOption}
    placeholder={placeholder}
    nothingFoundMessage={nothingFound ?? 'Nothing matches. Try fewer letters.'}
    onSearchChange={onSearch}
    onKeyDown={keepEscape}
    clearable={clearable}
    clearButtonProps={{ 'aria-label': `Clear ${field.label.toLowerCase()}` }}
    rightSection={clearable && value ? undefined : <Icon name="chevronDown" />}
    rightSectionPointerEvents={clearable && value ? 'all' : 'none'}
    allowDeselect={false}
  />
);

export type MultiComboboxFieldProps = Shared & { value: string[]; onChange: (value: string[]) => void };

/** Some of many; each chosen one is a tag that can be taken off. */
export const MultiComboboxField = ({
  value,
  onChange,
  options,
  nothingFound,
  onSearch,
  placeholder,
  ...field
}: MultiComboboxFieldProps) => (
  <MultiSelect
    {...look}
    {...wrap(field)}
    classNames={{ ...classNames, input: styles.tags }}
    value={value}
    onChange={onChange}
    data={options}
    filter={onSearch ? undefined : filter}
    renderOption={drawOption}
    placeholder={value.length > 0 ? 'Add another' : placeholder}
    nothingFoundMessage={nothingFound ?? 'Nothing matches. Try fewer letters.'}
    onSearchChange={onSearch}
    onKeyDown={keepEscape}
    hidePickedOptions
    rightSection={<span />}
    rightSectionPointerEvents="none"
  />
);
