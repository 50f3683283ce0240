import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { readDate } from '../words/readDate';
import styles from './DateField.module.css';
import { type FieldProps, wrap } from './fieldParts';

export type DateFieldProps = FieldProps & {
  /** YYYY-MM-DD */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Called with what is wrong with the text, or null: so that a form can refuse to send. */
  onProblem?: (problem: string | null) => void;
  minimum?: string;
  maximum?: string;
  placeholder?: string;
};

/** A day, typed or picked. What can't be read stays in the field, with a word on how to write it. */
export const DateField = ({
  value,
  onChange,
  onProblem,
  minimum,
  maximum,
  placeholder,
  error,
  ...field
}: DateFieldProps) => {
  const [unreadable, setUnreadable] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const report = (next: string | null) => {
    setProblem(next);
    if (next !== problem) onProblem?.(next);
  };
  const problemOf = (text: string) => {
    const reading = text.trim() === '' ? null : readDate(text);
    return reading && 'problem' in reading ? reading.problem : null;
  };
  return (
    <DateInput
      {...wrap({ ...field, error: problem ?? error })}
      value={value}
      onChange={(next) => {
        setUnreadable(false);
        report(null);
        onChange(next);
      }}
      valueFormat="MMM D, YYYY"
      dateParser={(text) => {
        const reading = readDate(text);
        return 'day' in reading ? reading.day : null;
      }}
      fixOnBlur={!unreadable}
      onInput={(event) => setUnreadable(problemOf(event.currentTarget.value) !== null)}
      onBlur={(event) => report(problemOf(event.currentTarget.value))}
      minDate={minimum}
      maxDate={maximum}
      placeholder={placeholder ?? 'Dec 4, 2026'}
      clearable
      clearButtonProps={{ 'aria-label': `Clear ${field.label.toLowerCase()}` }}
      hideOutsideDates
      firstDayOfWeek={0}
      ariaLabels={{
        previousMonth: 'Previous month',
        nextMonth: 'Next month',
        previousYear: 'Previous year',
        nextYear: 'Next year',
        previousDecade: 'Previous decade',
        nextDecade: 'Next decade',
        monthLevelControl: 'Choose a month',
        yearLevelControl: 'Choose a year',
      }}
      popoverProps={{ offset: 4, transitionProps: { duration: 0 }, classNames: { dropdown: styles.dropdown } }}
      classNames={{
        day: styles.day,
        weekday: styles.weekday,
        calendarHeaderControl: styles.control,
        calendarHeaderLevel: styles.level,
        monthsListControl: styles.cell,
        yearsListControl: styles.cell,
      }}
    />
  );
};
