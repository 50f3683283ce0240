import { wordingRules } from '@sos/goals-web';
import { SelectField, SuggestWording, TextAreaField, TextField, type TextFieldProps } from '@sos/platform-ui';
import type { ReactNode } from 'react';
import styles from './form.module.css';
import { useSourceField } from './sourceFormContext';
import type { SourceField, SourceValues } from './sourceValues';
import { Theirs } from './Theirs';

type FieldsOf<Value> = { [Field in SourceField]: SourceValues[Field] extends Value ? Field : never }[SourceField];
export type TextualField = FieldsOf<string>;
type Common = { field: TextualField; hint?: ReactNode; optional?: boolean };

export const SourceText = ({
  field,
  ...rest
}: Common & Pick<TextFieldProps, 'type' | 'maxLength'> & { narrow?: boolean }) => {
  const { narrow, ...more } = rest;
  const { onChange, ...bound } = useSourceField(field);
  return (
    <div className={narrow ? styles.narrow : undefined}>
      <TextField {...bound} {...more} onChange={onChange as (value: string) => void} />
      <Theirs field={field} />
    </div>
  );
};

export const SourceArea = ({ field, rows, ...rest }: Common & { rows?: number; maxLength?: number }) => {
  const { onChange, ...bound } = useSourceField(field);
  return (
    <div>
      <TextAreaField {...bound} {...rest} rows={rows} onChange={onChange as (value: string) => void} />
      <Theirs field={field} />
    </div>
  );
};

/** Free prose about people: better words are suggested. */
export const SourceProse = ({ field, rows, ...rest }: Common & { rows?: number }) => {
  const { onChange, ...bound } = useSourceField(field);
  return (
    <div>
      <SuggestWording
        {...bound}
        {...rest}
        rows={rows}
        suggestions={wordingRules}
        onChange={onChange as (value: string) => void}
      />
      <Theirs field={field} />
    </div>
  );
};

type ChoiceProps = Common & { words: Record<string, string> };

export const SourceChoice = ({ field, words, ...rest }: ChoiceProps) => {
  const { onChange, ...bound } = useSourceField(field);
  return (
    <div className={styles.narrow}>
      <SelectField
        {...bound}
        {...rest}
        options={Object.entries(words).map(([value, label]) => ({ value, label }))}
        onChange={onChange as (value: string) => void}
      />
      <Theirs field={field} words={(value) => words[value] ?? value} />
    </div>
  );
};
