import { Button } from '@sos/platform-ui';
import { coverageWords, type BreakdownName, breakdownWords } from '../words';
import { fieldLabels } from './fieldLabels';
import styles from './form.module.css';
import { useSourceFormContext } from './sourceFormContext';
import type { SourceField, SourceValues } from './sourceValues';

/** What somebody else saved in this field while I was writing, beside mine. */
export const Theirs = ({
  field,
  words,
}: {
  field: SourceField;
  /** For values that are ids or codes. */ words?: (value: string) => string;
}) => {
  const { theirs, takeTheirs } = useSourceFormContext();
  const value = theirs[field];
  if (value === undefined) return null;
  return (
    <div data-theirs className={styles.theirs} role="group" aria-label={`${fieldLabels[field]}: saved meanwhile`}>
      <p>
        <b>Saved meanwhile:</b> {wordsOf(value, words)}
      </p>
      <Button
        size="s"
        onClick={(event) => {
          // The button goes away: focus moves to the field above it.
          const place = event.currentTarget.closest('[data-theirs]')?.parentElement;
          place?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
          takeTheirs(field);
        }}
      >
        Use it instead of mine
      </Button>
    </div>
  );
};

const wordsOf = (value: SourceValues[SourceField], words = (text: string) => text): string => {
  if (typeof value === 'string') return words(value) || 'empty';
  if (Array.isArray(value))
    return value.length === 0
      ? 'empty'
      : value
          .map((one) => (typeof one === 'string' ? words(one) : one.title || one.accessUrl || one.downloadUrl))
          .join('; ');
  return (Object.keys(value) as BreakdownName[])
    .map((name) => `${breakdownWords[name].full}: ${coverageWords[value[name]].toLowerCase()}`)
    .join('; ');
};
