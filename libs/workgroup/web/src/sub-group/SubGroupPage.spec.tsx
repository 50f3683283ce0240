import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { fill, RouteBoundary } from '@sos/platform-web';
import { screen, within } from '@testing-library/react';
import { sampleSubGroup } from '../testing/sampleSubGroups';
import { subGroupBoard, subGroupItemList } from '../workgroup.slots';
import { SubGroupPage, SubGroupQuery } from './SubGroupPage';

const fillings = [
  fill(subGroupBoard, ({ subGroupSlug }) => <p>Board of {subGroupSlug}</p>),
  fill(subGroupItemList, ({ subGroupSlug }) => <p>List of {subGroupSlug}</p>),
];

const open = (
  path: string,
  { subGroup = sampleSubGroup, viewer = {} }: { subGroup?: typeof sampleSubGroup | null; viewer?: object } = {},
) =>
  renderWithHub(
    <RouteBoundary>
      <SubGroupPage />
    </RouteBoundary>,
    {
      path,
      route: '/subgroups/:slug/:tab?',
      viewer,
      fillings,
      mocks: [
        {
          request: { query: SubGroupQuery, variables: { slug: path.split(/[/?]/)[2] } },
          result: { data: { subGroup } },
          maxUsageCount: 5,
        },
      ],
    },
  );

describe('a sub-group', () => {
  it('shows its focus items beside those who share them, its seats and its board', async () => {
    open('/subgroups/public-safety');
    const matrix = within(await screen.findByRole('table', { name: /Focus items/ }));
    const [, shared, own] = matrix.getAllByRole('row');
    expect(shared?.textContent).toContain('Shared with Harm Reduction');
    expect(shared?.textContent).toContain('1 help wanted');
    expect(own?.textContent).toContain('No update in 36 days');
    expect(own?.textContent).not.toContain('Shared');
    expect(screen.getByText('Vacant since Sep 1')).toBeTruthy();
    expect(screen.getByText('Board of public-safety')).toBeTruthy();
    expect(document.title).toBe('Public Safety - SOS Hub');
  });

  it('keeps its tab in the path and its view in the address', async () => {
    const { user, location } = open('/subgroups/public-safety');
    await user.click(await screen.findByRole('link', { name: /^Action items/ }));
    expect(location().pathname).toBe('/subgroups/public-safety/items');
    expect(await screen.findByText('List of public-safety')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Board' }));
    expect(location().search).toBe('?view=board');
    expect(await screen.findByText('Board of public-safety')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Action items/ }).getAttribute('aria-current')).toBe('page');
  });

  it('lists every seat with its term, and the earlier ones', async () => {
    open('/subgroups/public-safety/members');
    const seats = within(await screen.findByRole('table', { name: 'Seats of Public Safety' })).getAllByRole('row');
    expect(seats[1]?.textContent).toContain('Mar 8, 2025 to Jun 30, 2027');
    expect(seats[2]?.textContent).toContain('Vacant seat');
    expect(screen.getByRole('table', { name: 'Former seats of Public Safety' }).textContent).toContain('Rosa Delgado');
  });

  it('marks the focus item that a link points at', async () => {
    open('/subgroups/public-safety/focus#threats');
    const row = (await screen.findByRole('heading', { name: 'Homeland-security threats' })).closest('li');
    expect(row?.id).toBe('threats');
    expect(within(row as HTMLElement).getByText('Ours alone')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'See items of Homeland-security threats' }).getAttribute('href')).toBe(
      '/items?focus=threats',
    );
  });

  it('offers to add an item only to those who may, and never in a body that has ended', async () => {
    const { unmount } = open('/subgroups/public-safety');
    expect((await screen.findByRole('link', { name: 'Add item' })).getAttribute('href')).toBe(
      '/items/new?subgroup=public-safety',
    );
    unmount();
    const second = open('/subgroups/public-safety', { viewer: { mayCreateActionItems: false } });
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('link', { name: 'Add item' })).toBeNull();
    second.unmount();
    open('/subgroups/public-safety', { subGroup: { ...sampleSubGroup, kind: 'SUB_GROUP', endedOn: '2021-02-28' } });
    await screen.findByText('Mar 2021 to Feb 2021', { exact: false });
    expect(screen.queryByRole('link', { name: 'Add item' })).toBeNull();
  });

  it('says so when there is no such sub-group or tab', async () => {
    const { unmount } = open('/subgroups/nowhere', { subGroup: null });
    expect(await screen.findByText('The hub has no sub-group at this address.')).toBeTruthy();
    unmount();
    open('/subgroups/public-safety/nothing');
    expect(await screen.findByText('The hub has no page at this address.')).toBeTruthy();
  });
});
