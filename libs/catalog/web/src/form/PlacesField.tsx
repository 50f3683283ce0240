import { CheckboxField } from '@sos/platform-ui';
import { toggled } from '../search/catalogFilters';
import { levels, levelWords } from '../words';
import styles from './form.module.css';
import { useSourceField } from './sourceFormContext';
import { Theirs } from './Theirs';

export const PlacesField = () => {
  const { value, onChange, error } = useSourceField('geographicLevels');
  return (
    <fieldset>
      <legend className={styles.label}>Smallest and larger places it tells apart</legend>
      {error && <p className={styles.problem}>{error}</p>}
      <div className={styles.grid}>
        {levels.map((level) => (
          <CheckboxField
            key={level}
            label={levelWords[level]}
            checked={value.includes(level)}
            onChange={() => onChange(toggled(value, level))}
          />
        ))}
      </div>
      <Theirs field="geographicLevels" words={(level) => levelWords[level as keyof typeof levelWords]} />
    </fieldset>
  );
};
