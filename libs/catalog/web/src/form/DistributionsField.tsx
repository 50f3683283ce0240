import { Button, TextField } from '@sos/platform-ui';
import { useEffect, useId, useRef } from 'react';
import styles from './form.module.css';
import { useSourceField, useSourceFormContext } from './sourceFormContext';
import { type DistributionValues, emptyDistribution } from './sourceValues';
import { Theirs } from './Theirs';

/** Files and pages where the data can be had. */
export const DistributionsField = () => {
  const { value, onChange } = useSourceField('distributions');
  const { problems } = useSourceFormContext();
  const id = useId();
  const focusOn = useRef<string | null>(null);
  useEffect(() => {
    if (focusOn.current === null) return;
    document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const titleId = (place: number) => `${id}-${place}-title`;
  const addId = `${id}-add`;
  const set = (place: number, changes: Partial<DistributionValues>) =>
    onChange(value.map((before, at) => (at === place ? { ...before, ...changes } : before)));
  const add = () => {
    focusOn.current = titleId(value.length);
    onChange([...value, emptyDistribution]);
  };
  const remove = (place: number) => {
    focusOn.current = value.length > 1 ? titleId(Math.min(place, value.length - 2)) : addId;
    onChange(value.filter((_, at) => at !== place));
  };
  return (
    <div className={styles.fields}>
      {value.map((one, place) => {
        const field = (name: keyof DistributionValues) => ({
          value: one[name],
          error: problems[`distributions.${place}.${name}`],
          onChange: (text: string) => set(place, { [name]: text }),
        });
        return (
          <fieldset key={place} className={styles.distribution}>
            <legend className={styles.label}>File or page {place + 1}</legend>
            <div className={styles.pair}>
              <TextField id={titleId(place)} label="Title" optional {...field('title')} />
              <TextField label="Format" optional hint="CSV, PDF, web page" {...field('format')} />
            </div>
            <TextField label="Address of the file" optional type="url" {...field('downloadUrl')} />
            <TextField label="Address of the page" optional type="url" {...field('accessUrl')} />
            <Button size="s" onClick={() => remove(place)}>
              Remove file or page {place + 1}
            </Button>
          </fieldset>
        );
      })}
      <div>
        <Button id={addId} size="s" icon="plus" onClick={add}>
          Add file or page
        </Button>
        <Theirs field="distributions" />
      </div>
    </div>
  );
};
