import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Columns, EmptyState, Facts, PageHeader, Section } from '@sos/platform-ui';
import { graphql, type PersonProfileFragment } from '@sos/platform-contract';
import { MailLink, usePage } from '@sos/platform-web';
import { Link } from 'react-router';
import { SeatList } from './SeatList';

const PersonProfileParts = graphql(`
  fragment PersonProfile on Person {
    id
    fullName
    jobTitle
    email
    agency {
      id
      key
      name
      shortName
    }
    seats {
      id
      ...SeatFacts
    }
  }
`);

export const PersonProfile = ({ person: from }: { person: FragmentType<PersonProfileFragment> }) => {
  const { data: person } = useSuspenseFragment({ fragment: PersonProfileParts, from });
  const agencyPath = `/directory/agencies/${person.agency.key}`;
  usePage({
    title: person.fullName,
    breadcrumbs: [
      { label: 'Directory', to: '/directory' },
      { label: person.agency.shortName, to: agencyPath },
      { label: person.fullName },
    ],
  });
  return (
    <>
      <PageHeader title={person.fullName} lede={`${person.jobTitle}, ${person.agency.name}`} />
      <Columns
        main={
          <Section title="Seats" count={person.seats.length}>
            {person.seats.length === 0 ? (
              <EmptyState
                icon="subGroups"
                title="No seat in the workgroup."
                body="Seats are listed with each sub-group."
              />
            ) : (
              <SeatList seats={person.seats} />
            )}
          </Section>
        }
        aside={
          <Section title="Contact">
            <Facts
              rows={[
                { label: 'E-mail', value: <MailLink address={person.email} /> },
                { label: 'Agency', value: <Link to={agencyPath}>{person.agency.name}</Link> },
                { label: 'Job title', value: person.jobTitle },
              ]}
            />
          </Section>
        }
      />
    </>
  );
};
