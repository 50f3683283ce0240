import { useSuspenseQuery } from '@apollo/client/react';
import { countOf, EmptyState, LiveRegion, PersonList, Section, ShowMore } from '@sos/platform-ui';
import { graphql } from '@sos/platform-contract';
import { useTransition } from 'react';
import { Link } from 'react-router';

export const PeopleQuery = graphql(`
  query DirectoryPeople($text: String, $after: String) {
    people(text: $text, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          fullName
          initials
          jobTitle
          agency {
            id
            key
            shortName
          }
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

export const PeopleList = ({ text }: { text: string }) => {
  const { data, fetchMore } = useSuspenseQuery(PeopleQuery, { variables: { text: text || null } });
  const [isLoadingMore, startLoading] = useTransition();
  const { edges, pageInfo, totalCount } = data.people;
  const loadMore = () => startLoading(async () => void (await fetchMore({ variables: { after: pageInfo.endCursor } })));
  return (
    <Section title="People" count={totalCount}>
      <LiveRegion>{text && countOf(totalCount, 'person', 'people')}</LiveRegion>
      {edges.length === 0 ? (
        <EmptyState icon="person" title="Nobody matches." body="Try fewer letters, or the name of the agency." />
      ) : (
        <>
          <PersonList
            people={edges.map(({ node: person }) => ({
              key: person.id,
              initials: person.initials,
              name: <Link to={`/directory/people/${person.id}`}>{person.fullName}</Link>,
              affiliation: person.jobTitle,
              detail: <Link to={`/directory/agencies/${person.agency.key}`}>{person.agency.shortName}</Link>,
            }))}
          />
          <ShowMore
            shown={edges.length}
            total={totalCount}
            what="people"
            busy={isLoadingMore}
            onMore={pageInfo.hasNextPage ? loadMore : null}
          />
        </>
      )}
    </Section>
  );
};
