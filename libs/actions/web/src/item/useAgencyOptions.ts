import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import type { ComboboxOption } from '@sos/platform-ui';

export const AgencyOptionsQuery = graphql(`
  query AgencyOptions {
    agencies(first: 200) {
      edges {
        node {
          id
          key
          name
          abbreviation
        }
      }
    }
  }
`);

/** Agencies to choose from, by id or (for the address) by key; empty until they are there. */
export const useAgencyOptions = (by: 'id' | 'key' = 'id'): ComboboxOption[] => {
  const { data } = useQuery(AgencyOptionsQuery);
  return (data?.agencies.edges ?? []).map(({ node }) => ({
    value: node[by],
    label: node.name,
    detail: node.abbreviation,
  }));
};
