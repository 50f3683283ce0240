import { useId } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './Segments.module.css';

export type SegmentedChoiceProps<Value extends string> = {
  /** What is chosen here, for those who listen: "Show as". */
  label: string;
  value: Value;
  options: { value: Value; label: string; icon?: IconName }[];
  onChange: (value: Value) => void;
  size?: 'm' | 's';
};

/** Two or three equal views of the same thing: List and Board, Chart and Table. */
export const SegmentedChoice = <Value extends string>({
  label,
  value,
  options,
  onChange,
  size = 's',
}: SegmentedChoiceProps<Value>) => {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes(styles.frame, size === 's' && styles.small)}>
      {options.map((option) => (
        <label key={option.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} />}
          {option.label}
        </label>
      ))}
    </div>
  );
};
