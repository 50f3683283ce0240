import { useSuspenseQuery } from '@apollo/client/react';
import type { PeopleAdminQuery as PeopleAdminData, PeopleAdminQueryVariables } from '@sos/platform-contract';
import { countOf, DataTable, EmptyState, formatDate, LiveRegion, ShowMore, type TableColumn } from '@sos/platform-ui';
import { useTransition } from 'react';
import { Link } from 'react-router';
import { PeopleAdminQuery } from './people.queries';
import { hubRoleWord, seatRoleWord } from './words';

type Row = PeopleAdminData['personRecords']['edges'][number]['node'];

/** "Chair of Harm Reduction, data steward": what runs today. */
const holdings = ({ seats, roles }: Row): string =>
  [
    ...seats
      .filter(({ state }) => state === 'RUNNING')
      .map(({ role, subGroup }) => `${seatRoleWord[role]} of ${subGroup?.name ?? 'the workgroup'}`),
    ...roles.filter(({ state }) => state === 'RUNNING').map(({ role }) => hubRoleWord[role]),
  ].join(', ');

const columns: TableColumn<Row>[] = [
  {
    key: 'person',
    header: 'Person',
    cell: ({ person }) => <Link to={`/admin/people/${person.id}`}>{person.fullName}</Link>,
  },
  { key: 'agency', header: 'Agency', narrowLabel: '', cell: ({ person }) => person.agency.shortName },
  { key: 'email', header: 'E-mail', narrowLabel: '', cell: ({ person }) => person.email },
  { key: 'holdings', header: 'Seats and roles', cell: (row) => holdings(row) || 'None' },
  {
    key: 'state',
    header: 'State',
    narrowLabel: '',
    cell: ({ leftAt }) => (leftAt ? `Left ${formatDate(leftAt.slice(0, 10))}` : 'In the hub'),
  },
];

export const PeopleTable = ({ filters }: { filters: PeopleAdminQueryVariables }) => {
  const { data, fetchMore } = useSuspenseQuery(PeopleAdminQuery, {
    variables: filters,
    fetchPolicy: 'cache-and-network',
  });
  const [isLoadingMore, startLoading] = useTransition();
  const { edges, pageInfo, totalCount } = data.personRecords;
  const loadMore = () => startLoading(async () => void (await fetchMore({ variables: { after: pageInfo.endCursor } })));
  if (edges.length === 0) {
    return <EmptyState icon="person" title="Nobody matches." body="Try fewer letters, or another agency or role." />;
  }
  return (
    <>
      <LiveRegion>{countOf(totalCount, 'person', 'people')}</LiveRegion>
      <DataTable
        columns={columns}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        caption={countOf(totalCount, 'person', 'people')}
      />
      <ShowMore
        shown={edges.length}
        total={totalCount}
        what="people"
        busy={isLoadingMore}
        onMore={pageInfo.hasNextPage ? loadMore : null}
      />
    </>
  );
};
