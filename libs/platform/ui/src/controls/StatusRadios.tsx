import { Icon } from '../icons/Icon';
import { type WorkStatus, workStatuses, workStatusLooks } from '../status/workStatus';
import { classes } from '../words/classes';
import fieldStyles from './Field.module.css';
import styles from './Segments.module.css';

export type StatusRadiosProps = {
  value: WorkStatus | null;
  onChange: (status: WorkStatus) => void;
  name: string;
  label?: string;
};

/** Four radios in one frame; the chosen one takes its colour and a foot. */
export const StatusRadios = ({ value, onChange, name, label = 'Status' }: StatusRadiosProps) => (
  <fieldset>
    <legend className={fieldStyles.label}>{label}</legend>
    <div className={classes(styles.frame, styles.four)}>
      {workStatuses.map((status) => (
        <label key={status} className={classes(styles.segment, styles[status])}>
          <input type="radio" name={name} value={status} checked={value === status} onChange={() => onChange(status)} />
          <Icon name={workStatusLooks[status].icon} />
          {workStatusLooks[status].word}
        </label>
      ))}
    </div>
  </fieldset>
);
