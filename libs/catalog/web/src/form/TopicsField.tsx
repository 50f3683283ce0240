import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { MultiComboboxField } from '@sos/platform-ui';
import { useSourceField } from './sourceFormContext';
import { Theirs } from './Theirs';

export const KnownTopicsQuery = graphql(`
  query KnownTopics {
    dataSourceSearch(first: 1, filter: { feedKeys: ["hub"] }) {
      facets {
        themes {
          value
          label
          count
          selected
        }
      }
    }
  }
`);

/** The topics of the workgroup's own records (feed `hub`), so that the filter stays short; feeds bring theirs. */
export const TopicsField = () => {
  const { value, onChange, ...field } = useSourceField('themes');
  const { data } = useQuery(KnownTopicsQuery);
  const known = data?.dataSourceSearch.facets.themes.map((theme) => theme.value) ?? [];
  const all = [...new Set([...value, ...known])].sort((one, other) => one.localeCompare(other));
  return (
    <div>
      <MultiComboboxField
        {...field}
        hint="One to three."
        value={value}
        onChange={onChange}
        options={all.map((theme) => ({ value: theme, label: theme }))}
        placeholder="Choose a topic"
        nothingFound="No topic matches. Use a keyword for it."
      />
      <Theirs field="themes" />
    </div>
  );
};
