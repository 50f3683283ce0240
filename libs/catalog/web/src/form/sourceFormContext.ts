import type { FieldProblems } from '@sos/platform-web';
import { createContext, useContext } from 'react';
import { fieldLabels } from './fieldLabels';
import type { SourceField, SourceValues } from './sourceValues';

export type SourceForm = {
  values: SourceValues;
  change: <Field extends SourceField>(field: Field, value: SourceValues[Field]) => void;
  problems: FieldProblems;
  /** What somebody else saved meanwhile in fields that I have changed too. */
  theirs: Partial<SourceValues>;
  /** What I had written there when I met it. */
  mine: Partial<SourceValues>;
};

export const SourceFormContext = createContext<SourceForm | null>(null);

export const useSourceFormContext = (): SourceForm => {
  const form = useContext(SourceFormContext);
  if (!form) throw new Error('A field of the source form stands outside it.');
  return form;
};

/** What every control of the form takes: label, value, change, problem. */
export const useSourceField = <Field extends SourceField>(field: Field) => {
  const { values, change, problems } = useSourceFormContext();
  return {
    label: fieldLabels[field],
    value: values[field],
    onChange: (value: SourceValues[Field]) => change(field, value),
    error: problems[field],
  };
};
