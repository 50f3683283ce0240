import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { ComboboxField } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { SourceText } from './fields';
import { useSourceField } from './sourceFormContext';
import { Theirs } from './Theirs';

export const StewardAgenciesQuery = graphql(`
  query StewardAgencies {
    agencies(first: 100) {
      edges {
        cursor
        node {
          id
          name
          abbreviation
        }
      }
    }
  }
`);

export const StewardPeopleQuery = graphql(`
  query StewardPeople($agencyId: ID!) {
    people(agencyId: $agencyId, first: 100) {
      edges {
        cursor
        node {
          id
          fullName
          jobTitle
        }
      }
    }
  }
`);

/** Who answers for the source. A data steward can name the agencies of which they are one. */
export const StewardFields = () => {
  const agency = useSourceField('stewardAgencyId');
  const person = useSourceField('stewardPersonId');
  const { isStaff, isAdministrator, dataStewardAgencyIds } = useViewer();
  const { data: known } = useQuery(StewardAgenciesQuery);
  const { data: staffed } = useQuery(StewardPeopleQuery, {
    variables: { agencyId: agency.value },
    skip: agency.value === '',
  });
  const mayName = (id: string) =>
    isStaff || isAdministrator || id === agency.value || dataStewardAgencyIds.includes(id);
  const agencies = known?.agencies.edges.map(({ node }) => node) ?? [];
  const people = staffed?.people.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <div>
        <ComboboxField
          label={agency.label}
          error={agency.error}
          hint="The agency that answers for the data and can grant access."
          value={agency.value || null}
          onChange={(id) => {
            agency.onChange(id ?? '');
            person.onChange('');
          }}
          options={agencies
            .filter(({ id }) => mayName(id))
            .map(({ id, name, abbreviation }) => ({ value: id, label: name, detail: abbreviation }))}
          placeholder="Choose an agency"
          nothingFound="No agency that you can name matches."
        />
        <Theirs
          field="stewardAgencyId"
          words={(value) => agencies.find(({ id }) => id === value)?.name ?? 'another agency'}
        />
      </div>
      <div>
        <ComboboxField
          label={person.label}
          optional
          clearable
          error={person.error}
          disabled={agency.value === ''}
          hint={agency.value === '' ? 'Choose the agency first.' : undefined}
          value={person.value || null}
          onChange={(id) => person.onChange(id ?? '')}
          options={people.map(({ id, fullName, jobTitle }) => ({ value: id, label: fullName, detail: jobTitle }))}
          placeholder="Choose a person"
          nothingFound="Nobody of this agency matches."
        />
        <Theirs
          field="stewardPersonId"
          words={(value) => people.find(({ id }) => id === value)?.fullName ?? (value ? 'another person' : 'nobody')}
        />
      </div>
      <SourceText field="stewardUnit" optional hint="The office or team, for example EMS Data Unit." />
    </>
  );
};
