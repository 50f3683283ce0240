import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, within } from '@testing-library/react';
import { HistoryPage, HistoryQuery } from './HistoryPage';

const goal = (id: string, number: number, statement: string, endedOn: string | null) => ({
  __typename: 'Goal',
  id,
  number,
  statement,
  endedOn,
});
const part = (slug: string, name: string, kind: string, startedOn: string, endedOn: string | null) => ({
  __typename: 'SubGroup',
  id: slug,
  slug,
  name,
  kind,
  purpose: `What ${name} did.`,
  startedOn,
  endedOn,
});
const before = {
  __typename: 'Workgroup',
  id: 'before',
  name: 'Statewide Opioid Safety Workgroup',
  purpose: 'Brought organizations together.',
  startedOn: '2014-04-01',
  endedOn: '2021-02-28',
  successor: { __typename: 'Workgroup', id: 'now', name: 'Statewide Overdose Safety Workgroup' },
  goals: [goal('old-1', 1, 'Share more data between agencies.', '2021-02-28')],
  subGroups: [part('data-task-force', 'Data Task Force', 'TASK_FORCE', '2015-01-01', '2021-02-28')],
};
const now = {
  __typename: 'Workgroup',
  id: 'now',
  name: 'Statewide Overdose Safety Workgroup',
  purpose: 'Agencies share what they know.',
  startedOn: '2021-03-01',
  endedOn: null,
  successor: null,
  goals: [goal('goal-3', 3, 'Fewer fatal overdoses', null)],
  subGroups: [part('public-safety', 'Public Safety', 'SUB_GROUP', '2021-03-01', null)],
};

describe('the history of the workgroup', () => {
  it('shows each body with its time, goals and parts, and what followed it', async () => {
    renderWithHub(
      <RouteBoundary>
        <HistoryPage />
      </RouteBoundary>,
      {
        path: '/workgroup/history',
        mocks: [{ request: { query: HistoryQuery }, result: { data: { workgroup: { ...now, predecessor: before } } } }],
      },
    );
    const earlier = (await screen.findByRole('heading', { name: before.name })).closest('li') as HTMLElement;
    expect(within(earlier).getByText('Apr 2014 to Feb 2021')).toBeTruthy();
    expect(within(earlier).getByText('Followed by the Statewide Overdose Safety Workgroup.')).toBeTruthy();
    expect(within(earlier).getByRole('heading', { name: 'Task forces 1' })).toBeTruthy();
    expect(within(earlier).getByText('Jan 2015 to Feb 2021')).toBeTruthy();
    expect(within(earlier).queryByRole('link')).toBeNull();
    expect(screen.getByRole('link', { name: 'Public Safety' }).getAttribute('href')).toBe('/subgroups/public-safety');
    expect(screen.getByRole('link', { name: 'Fewer fatal overdoses' }).getAttribute('href')).toBe('/goals/3');
  });
});
