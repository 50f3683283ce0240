import type { Ref } from 'react';
import { Icon } from '../icons/Icon';
import { Button } from './Button';
import styles from './SearchField.module.css';

export type SearchFieldProps = {
  /** For those who listen: "Search the data catalog". */
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  placeholder?: string;
  ref?: Ref<HTMLInputElement>;
};

export const SearchField = ({ label, value, onChange, onSubmit, placeholder, ref }: SearchFieldProps) => (
  <form
    role="search"
    className={styles.form}
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    <div className={styles.wrap}>
      <Icon name="search" size="m" className={styles.icon} />
      <input
        ref={ref}
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
    <Button type="submit" variant="primary" className={styles.button}>
      Search
    </Button>
  </form>
);
