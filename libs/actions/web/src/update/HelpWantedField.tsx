import { MultiComboboxField } from '@sos/platform-ui';
import { useAgencyOptions } from '../item/useAgencyOptions';

type HelpWantedFieldProps = {
  value: string[];
  onChange: (agencyIds: string[]) => void;
  /** Agencies that were asked already and have not closed the request. */
  askedAgencyIds: readonly string[];
  error?: string;
};

export const HelpWantedField = ({ value, onChange, askedAgencyIds, error }: HelpWantedFieldProps) => {
  const options = useAgencyOptions().filter((option) => !askedAgencyIds.includes(option.value));
  return (
    <MultiComboboxField
      label="Help wanted from"
      hint={
        value.length > 1
          ? 'Their representatives see it in their work when you post.'
          : 'Its representatives see it in their work when you post.'
      }
      placeholder="Choose an agency"
      options={options}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
};
