import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, within } from '@testing-library/react';
import { AgencyPage, AgencyQuery } from './AgencyPage';

const agency = {
  __typename: 'Agency',
  id: 'doj',
  key: 'doj',
  name: 'California Department of Justice',
  shortName: 'Justice',
  abbreviation: 'DOJ',
  kind: 'STATE',
  roleDescription: 'Keeps the prescription drug monitoring program.',
  website: 'javascript:alert(1)',
  dataSourceCount: 4,
  parent: null,
  people: [{ __typename: 'Person', id: '1', fullName: 'Linh Tran', initials: 'LT', jobTitle: 'Data steward' }],
  seats: [
    {
      __typename: 'Seat',
      id: 'seat',
      role: 'CO_CHAIR',
      startsOn: '2025-01-05',
      endsOn: '2026-12-31',
      subGroup: { __typename: 'SubGroup', id: 'sg', slug: 'public-safety', name: 'Public Safety' },
      workgroup: { __typename: 'Workgroup', id: 'wg', name: 'Statewide Overdose Safety Workgroup' },
      person: null,
    },
  ],
};

const draw = (key: string, agencyByKey: typeof agency | null) =>
  renderWithHub(
    <RouteBoundary>
      <AgencyPage />
    </RouteBoundary>,
    {
      path: `/directory/agencies/${key}`,
      route: '/directory/agencies/:key',
      mocks: [{ request: { query: AgencyQuery, variables: { key } }, result: { data: { agencyByKey } } }],
    },
  );

describe("an agency's page", () => {
  it('shows its part, its people, its seats and its data sources', async () => {
    draw('doj', agency);
    expect(await screen.findByRole('heading', { level: 1, name: 'California Department of Justice' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Linh Tran' }).getAttribute('href')).toBe('/directory/people/1');
    expect(screen.getByRole('link', { name: '4 data sources' }).getAttribute('href')).toBe('/data?agency=doj');
    const seats = within(screen.getByRole('region', { name: 'Seats' }));
    expect(seats.getByText('Co-chair, Public Safety')).toBeTruthy();
    expect(seats.getByText('Vacant')).toBeTruthy();
    expect(seats.getByText('Since Jan 5, 2025, until Dec 31, 2026')).toBeTruthy();
  });

  it('makes no link of what is no web address', async () => {
    draw('doj', agency);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByText('Website')).toBeNull();
  });

  it('says when there is none', async () => {
    draw('none', null);
    expect(await screen.findByRole('heading', { name: 'Agency not found' })).toBeTruthy();
  });
});
