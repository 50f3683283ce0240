import { useSuspenseQuery } from '@apollo/client/react';
import { EmptyState, MiniList, Section } from '@sos/platform-ui';
import { graphql } from '@sos/platform-contract';
import { agencyKindWord } from './words';

export const AgenciesQuery = graphql(`
  query DirectoryAgencies {
    agencies(first: 100) {
      edges {
        cursor
        node {
          id
          key
          name
          shortName
          abbreviation
          kind
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

/** Some tens of agencies: all are asked at once, and the words are looked for here. */
export const AgencyList = ({ text }: { text: string }) => {
  const { data } = useSuspenseQuery(AgenciesQuery);
  const wanted = text.trim().toLowerCase();
  const found = data.agencies.edges
    .map(({ node }) => node)
    .filter(({ name, shortName, abbreviation }) =>
      `${name} ${shortName} ${abbreviation}`.toLowerCase().includes(wanted),
    );
  return (
    <Section title="Agencies" count={found.length}>
      {found.length === 0 ? (
        <EmptyState icon="search" title="No agency matches." body="Try fewer letters, or its acronym." />
      ) : (
        <MiniList
          items={found.map((agency) => ({
            key: agency.id,
            title: agency.name,
            to: `/directory/agencies/${agency.key}`,
            detail: `${agency.abbreviation}, ${agencyKindWord[agency.kind]}`,
          }))}
        />
      )}
    </Section>
  );
};
