import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { AgenciesQuery } from './AgencyList';
import { DirectoryPage } from './DirectoryPage';
import { PeopleQuery } from './PeopleList';

const pageInfo = {
  __typename: 'PageInfo',
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};
const agency = (key: string, name: string) => ({
  __typename: 'Agency',
  id: key,
  key,
  name,
  shortName: name,
  abbreviation: key.toUpperCase(),
  kind: 'STATE',
});
const person = (fullName: string) => ({
  __typename: 'Person',
  id: fullName,
  fullName,
  initials: 'XX',
  jobTitle: 'Policy analyst',
  agency: { __typename: 'Agency', id: 'doj', key: 'doj', shortName: 'Justice' },
});
const people = (text: string | null, names: string[]) => ({
  request: { query: PeopleQuery, variables: { text } },
  result: {
    data: {
      people: {
        __typename: 'PersonConnection',
        totalCount: names.length,
        edges: names.map((name) => ({ __typename: 'PersonEdge', cursor: name, node: person(name) })),
        pageInfo,
      },
    },
  },
});
const agencies = {
  request: { query: AgenciesQuery },
  result: {
    data: {
      agencies: {
        __typename: 'AgencyConnection',
        edges: [agency('doj', 'Department of Justice'), agency('cdph', 'Department of Public Health')].map((node) => ({
          __typename: 'AgencyEdge',
          cursor: node.key,
          node,
        })),
        pageInfo,
      },
    },
  },
};

describe('the directory', () => {
  it('keeps what was looked for in the address', async () => {
    const { user, location } = renderWithHub(<DirectoryPage />, {
      path: '/directory',
      mocks: [people(null, ['Ana Reyes', 'Denise Okafor']), people('justice', ['Denise Okafor']), agencies],
    });
    expect(await screen.findByText('Ana Reyes')).toBeTruthy();
    await user.type(screen.getByRole('searchbox'), 'justice');
    await waitFor(() => expect(location().search).toBe('?text=justice'));
    await waitFor(() => expect(screen.queryByText('Ana Reyes')).toBeNull());
    const found = screen.getByRole('region', { name: 'Agencies' });
    expect(within(found).getAllByRole('listitem')).toHaveLength(1);
  });

  it('begins with what the address says', async () => {
    renderWithHub(<DirectoryPage />, { path: '/directory?text=justice', mocks: [people('justice', []), agencies] });
    expect(await screen.findByText('Nobody matches.')).toBeTruthy();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'justice');
  });
});
