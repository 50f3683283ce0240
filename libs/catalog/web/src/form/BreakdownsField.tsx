import type { BreakdownState } from '@sos/platform-contract';
import { SelectField } from '@sos/platform-ui';
import { breakdownNames, breakdownWords, coverageWords } from '../words';
import styles from './form.module.css';
import { useSourceField, useSourceFormContext } from './sourceFormContext';
import { Theirs } from './Theirs';

const options = Object.entries(coverageWords).map(([value, label]) => ({ value, label }));

export const BreakdownsField = () => {
  const { value, onChange } = useSourceField('breakdowns');
  const { problems } = useSourceFormContext();
  return (
    <fieldset>
      <legend className={styles.label}>Can it be broken down by</legend>
      <div className={styles.grid}>
        {breakdownNames.map((name) => (
          <SelectField
            key={name}
            label={breakdownWords[name].full}
            options={options}
            value={value[name]}
            error={problems[`breakdowns.${name}`]}
            onChange={(state) => onChange({ ...value, [name]: state as BreakdownState })}
          />
        ))}
      </div>
      <Theirs field="breakdowns" />
    </fieldset>
  );
};
