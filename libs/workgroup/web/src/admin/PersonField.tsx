import { useQuery } from '@apollo/client/react';
import { ComboboxField, type ComboboxFieldProps, type ComboboxOption } from '@sos/platform-ui';
import { useDeferredValue, useState } from 'react';
import { AccessPeopleQuery } from './access.queries';

type PersonFieldProps = Omit<ComboboxFieldProps, 'options' | 'onSearch'> & {
  /** Chosen before anything was typed. */
  known?: ComboboxOption | null;
  leaveOut?: readonly string[];
};

/** Somebody who is in the hub, found by typing. */
export const PersonField = ({ known, leaveOut = [], ...field }: PersonFieldProps) => {
  const [text, setText] = useState('');
  const { data } = useQuery(AccessPeopleQuery, { variables: { text: useDeferredValue(text) || null } });
  const found = (data?.people.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.fullName,
    detail: node.agency.abbreviation,
  }));
  const others = found.filter(({ value }) => !leaveOut.includes(value) && value !== known?.value);
  return <ComboboxField {...field} onSearch={setText} options={known ? [known, ...others] : others} />;
};
