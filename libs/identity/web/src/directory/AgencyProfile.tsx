import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Columns, countOf, EmptyState, Facts, PageHeader, PersonList, Section } from '@sos/platform-ui';
import { type AgencyProfileFragment, graphql } from '@sos/platform-contract';
import { hostOf, OutsideLink, usePage, webAddress } from '@sos/platform-web';
import { Link } from 'react-router';
import { SeatList } from './SeatList';
import { agencyKindWord } from './words';

const AgencyProfileParts = graphql(`
  fragment AgencyProfile on Agency {
    id
    key
    name
    shortName
    abbreviation
    kind
    roleDescription
    website
    dataSourceCount
    parent {
      id
      key
      name
    }
    people {
      id
      fullName
      initials
      jobTitle
    }
    seats {
      id
      ...SeatFacts
    }
  }
`);

export const AgencyProfile = ({ agency: from }: { agency: FragmentType<AgencyProfileFragment> }) => {
  const { data: agency } = useSuspenseFragment({ fragment: AgencyProfileParts, from });
  usePage({
    title: agency.name,
    breadcrumbs: [{ label: 'Directory', to: '/directory' }, { label: agency.shortName }],
  });
  const kind = agencyKindWord[agency.kind];
  return (
    <>
      <PageHeader
        title={agency.name}
        eyebrow={`${agency.abbreviation}, ${kind}`}
        lede={agency.roleDescription || undefined}
      />
      <Columns
        main={
          <Section title="People" count={agency.people.length}>
            {agency.people.length === 0 ? (
              <EmptyState
                icon="person"
                title="Nobody from this agency is in the hub yet."
                body="The hub's administrator adds people: see Help and contact."
              />
            ) : (
              <PersonList
                people={agency.people.map((person) => ({
                  key: person.id,
                  initials: person.initials,
                  name: <Link to={`/directory/people/${person.id}`}>{person.fullName}</Link>,
                  affiliation: person.jobTitle,
                }))}
              />
            )}
          </Section>
        }
        aside={
          <>
            <Section title="Facts">
              <Facts rows={factsOf(agency)} />
            </Section>
            <Section title="Seats" count={agency.seats.length}>
              {agency.seats.length === 0 ? (
                <p>No seat in the workgroup.</p>
              ) : (
                <SeatList seats={agency.seats} withHolder />
              )}
            </Section>
          </>
        }
      />
    </>
  );
};

type Facts = Pick<AgencyProfileFragment, 'key' | 'parent' | 'dataSourceCount' | 'website'>;

const factsOf = ({ key, parent, dataSourceCount, website }: Facts) => [
  ...(parent ? [{ label: 'Part of', value: <Link to={`/directory/agencies/${parent.key}`}>{parent.name}</Link> }] : []),
  {
    label: 'Data sources',
    value:
      dataSourceCount > 0 ? (
        <Link to={`/data?agency=${encodeURIComponent(key)}`}>{countOf(dataSourceCount, 'data source')}</Link>
      ) : (
        'None in the catalog'
      ),
  },
  ...websiteFact(website),
];

/** An address that is not of the web is of no use to anybody. */
const websiteFact = (website: string | null) => {
  const href = webAddress(website);
  return href ? [{ label: 'Website', value: <OutsideLink href={href}>{hostOf(href)}</OutsideLink> }] : [];
};
