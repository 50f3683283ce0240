import { useSuspenseQuery } from '@apollo/client/react';
import type { MemberRole, PersonState } from '@sos/platform-contract';
import { Button, PageHeader, SearchField, SelectField } from '@sos/platform-ui';
import { NoAccessPage, RouteBoundary, urlText, usePage, useTyped, useUrlState, useViewer } from '@sos/platform-web';
import { useDeferredValue } from 'react';
import styles from './admin.module.css';
import { AgencyChoicesQuery } from './people.queries';
import { PeopleTable } from './PeopleTable';

const urlParts = { text: urlText(), agency: urlText(), role: urlText(), state: urlText() };

const roles: { value: MemberRole; label: string }[] = [
  { value: 'CHAIR', label: 'Chairs and co-chairs' },
  { value: 'MEMBER', label: 'Members and alternates' },
  { value: 'REPRESENTATIVE', label: 'Representatives' },
  { value: 'DATA_STEWARD', label: 'Data stewards' },
  { value: 'STAFF', label: 'Staff' },
  { value: 'ADMINISTRATOR', label: 'Administrators' },
  { value: 'NONE', label: 'No seat and no role' },
];
const states: { value: PersonState; label: string }[] = [
  { value: 'ACTIVE', label: 'In the hub' },
  { value: 'LEFT', label: 'Left' },
];

export const PeopleAdminPage = () => {
  const { isStaff, isAdministrator } = useViewer();
  return isStaff || isAdministrator ? (
    <People />
  ) : (
    <NoAccessPage
      title="People"
      reason="Staff and administrators look after people and roles."
      whoCan="An administrator can give you that role."
    />
  );
};

const People = () => {
  usePage({ title: 'People' });
  const [filters, setFilters] = useUrlState(urlParts);
  const [typed, setTyped, settleNow] = useTyped(filters.text, (text) => setFilters({ text }));
  const { data } = useSuspenseQuery(AgencyChoicesQuery);
  const wanted = useDeferredValue(filters);
  return (
    <>
      <PageHeader
        title="People"
        lede="Everybody who is or was in the hub, with their seats and roles."
        actions={
          <>
            <Button to="/admin/invitations">Invitations</Button>
            <Button variant="primary" to="/admin/invite">
              Invite somebody
            </Button>
          </>
        }
      />
      <div className={styles.filters}>
        <SearchField
          label="Search people"
          placeholder="A name, an address, an agency"
          value={typed}
          onChange={setTyped}
          onSubmit={settleNow}
        />
        <SelectField
          label="Agency"
          value={filters.agency}
          onChange={(agency) => setFilters({ agency })}
          placeholder="All agencies"
          options={data.agencies.edges.map(({ node }) => ({ value: node.id, label: node.name }))}
        />
        <SelectField
          label="Role"
          value={filters.role}
          onChange={(role) => setFilters({ role })}
          placeholder="All roles"
          options={roles}
        />
        <SelectField
          label="State"
          value={filters.state}
          onChange={(state) => setFilters({ state })}
          placeholder="Everybody"
          options={states}
        />
      </div>
      <RouteBoundary what="The people">
        <PeopleTable
          filters={{
            text: wanted.text || null,
            agencyId: wanted.agency || null,
            role: roles.find(({ value }) => value === wanted.role)?.value ?? null,
            state: states.find(({ value }) => value === wanted.state)?.value ?? null,
          }}
        />
      </RouteBoundary>
    </>
  );
};
