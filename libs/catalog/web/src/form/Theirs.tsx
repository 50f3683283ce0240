import { MergeField } from '@sos/platform-ui';
import { coverageWords, type BreakdownName, breakdownWords } from '../words';
import { fieldLabels } from './fieldLabels';
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
  const { values, theirs, mine, change } = useSourceFormContext();
  const [saved, written] = [theirs[field], mine[field]];
  if (saved === undefined || written === undefined) return null;
  const isNow = (value: unknown) => JSON.stringify(values[field]) === JSON.stringify(value);
  return (
    <MergeField
      label={fieldLabels[field]}
      theirs={wordsOf(saved, words)}
      mine={wordsOf(written, words)}
      chosen={isNow(saved) ? 'theirs' : isNow(written) ? 'mine' : 'edited'}
      onTheirs={() => change(field, saved)}
      onMine={() => change(field, written)}
    />
  );
};

const wordsOf = (value: SourceValues[SourceField], words = (text: string) => text): string => {
  if (typeof value === 'string') return words(value);
  if (Array.isArray(value))
    return value
      .map((one) => (typeof one === 'string' ? words(one) : one.title || one.accessUrl || one.downloadUrl))
      .join('; ');
  return (Object.keys(value) as BreakdownName[])
    .map((name) => `${breakdownWords[name].full}: ${coverageWords[value[name]].toLowerCase()}`)
    .join('; ');
};
