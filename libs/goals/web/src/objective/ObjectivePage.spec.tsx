import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { fill, RouteBoundary } from '@sos/platform-web';
import { screen, within } from '@testing-library/react';
import { objectiveItems } from '../goals.slots';
import { offTrackGoal, sampleDeclaration, sampleObjective } from '../testing/sampleGoals';
import { ObjectivePage, ObjectiveQuery } from './ObjectivePage';

const declaration = sampleDeclaration('declaration-32', { declaredAt: '2026-11-05T17:00:00.000Z' });
const objective = {
  ...sampleObjective('3.2', 'Fewer deaths after release from custody', {
    declared: declaration,
    computed: 'AT_RISK',
    reported: [6, 9],
    help: 1,
  }),
  goal: { __typename: 'Goal', id: offTrackGoal.id, number: 3, statement: offTrackGoal.statement },
  declarations: [declaration],
  specific: 'Naloxone and an early visit for every person released.',
  measurable: 'Deaths per 10,000 releases each quarter.',
  achievable: 'Prisons already do part of it.',
  relevant: 'Tolerance is low and coverage has lapsed.',
  timeBound: 'Target reached within two years.',
  startsOn: '2026-01-24',
  dueOn: '2027-05-18',
  leadAgency: { __typename: 'Agency', id: 'cdcr', key: 'cdcr', name: 'Department of Corrections and Rehabilitation' },
  focusItems: [
    {
      __typename: 'FocusItem',
      id: 'focus-barriers',
      slug: 'fewer-barriers',
      statement: 'Fewer barriers to treatment',
      isShared: true,
      subGroups: [
        { __typename: 'SubGroup', id: 'hr', slug: 'harm-reduction', name: 'Harm Reduction' },
        { __typename: 'SubGroup', id: 'ps', slug: 'public-safety', name: 'Public Safety' },
      ],
    },
  ],
};

const open = (found: typeof objective | null) =>
  renderWithHub(
    <RouteBoundary>
      <ObjectivePage />
    </RouteBoundary>,
    {
      path: '/objectives/3.2',
      route: '/objectives/:key',
      fillings: [fill(objectiveItems, ({ objectiveKey }) => <p>Items of {objectiveKey}</p>)],
      mocks: [
        { request: { query: ObjectiveQuery, variables: { key: '3.2' } }, result: { data: { objective: found } } },
      ],
    },
  );

describe('an objective', () => {
  it('says what it takes, how it stands, who carries it and what is done', async () => {
    open(objective);
    expect(await screen.findByRole('heading', { level: 1, name: objective.statement })).toBeTruthy();
    const takes = within(screen.getByRole('region', { name: 'What it takes' }));
    expect(takes.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'Specific',
      'Measurable',
      'Achievable',
      'Relevant',
      'Time-bound',
      'Due',
    ]);
    expect(takes.getByText('Jan 24, 2026 to May 18, 2027')).toBeTruthy();
    const health = within(screen.getByRole('region', { name: 'Health' }));
    expect(health.getByRole('img', { name: '6 of 9 reported' })).toBeTruthy();
    expect(health.getByRole('link', { name: '3 with no update' }).getAttribute('href')).toBe(
      '/items?objective=3.2&silent=1',
    );
    expect(screen.getByRole('link', { name: 'Fewer barriers to treatment' }).getAttribute('href')).toBe(
      '/subgroups/harm-reduction/focus#fewer-barriers',
    );
    expect(screen.getByText('Items of 3.2')).toBeTruthy();
  });

  it('says so when there is no such objective', async () => {
    open(null);
    expect(await screen.findByText('The hub has no objective at this address.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Go to goals' })).toBeTruthy();
  });
});
