import { renderWithHub, sampleViewer } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, within } from '@testing-library/react';
import { fineGoal, jordan, offTrackGoal, silentGoal } from '../testing/sampleGoals';
import { GoalListPage, GoalListQuery } from './GoalListPage';

type Goal = typeof offTrackGoal;

const open = (goals: Goal[]) =>
  renderWithHub(
    <RouteBoundary>
      <GoalListPage />
    </RouteBoundary>,
    {
      path: '/goals',
      viewer: { person: { ...sampleViewer.person, ...jordan } },
      mocks: [{ request: { query: GoalListQuery }, result: { data: { goals } } }],
    },
  );
const goal = (name: string) => screen.findByRole('region', { name });

describe('Goals', () => {
  it('shows what was declared, what the items say, and how many spoke', async () => {
    open([offTrackGoal, silentGoal, fineGoal]);
    const off = within(await goal(offTrackGoal.statement));
    expect(off.getByText('You, Sep 24')).toBeTruthy();
    expect(off.getByRole('img', { name: '11 of 24 reported' })).toBeTruthy();
    expect(off.getByText('Declared and computed differ.')).toBeTruthy();
    expect(off.getByRole('button', { name: 'Declare again of goal 3' })).toBeTruthy();
    const silent = within(await goal(silentGoal.statement));
    expect(silent.getByText('No word since Aug 27')).toBeTruthy();
    expect(silent.getByText('No declared health in 85 days')).toBeTruthy();
    expect(silent.getByRole('button', { name: 'Declare health of goal 1' })).toBeTruthy();
  });

  it('leads from silence and help wanted to the items', async () => {
    open([offTrackGoal]);
    const off = within(await goal(offTrackGoal.statement));
    expect(off.getByRole('link', { name: '13 with no update' }).getAttribute('href')).toBe('/items?goal=3&silent=1');
    expect(off.getByRole('link', { name: '3 help wanted' }).getAttribute('href')).toBe('/items?goal=3&help=1');
  });

  it('puts the worst objective first and says how long it is silent', async () => {
    open([offTrackGoal]);
    const rows = within(await screen.findByRole('table', { name: 'Objectives of goal 3' })).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('Naloxone in every public school');
    expect(rows[1]?.textContent).toContain('No update in 43 days');
    expect(rows[2]?.textContent).toContain('Fewer deaths after release');
  });

  it('keeps good news in one line until somebody opens it', async () => {
    const { user } = open([fineGoal]);
    const opener = await screen.findByRole('button', { name: '3 objectives, all on track' });
    expect(screen.queryByRole('link', { name: 'Treatment without gaps' })).toBeNull();
    await user.click(opener);
    expect(opener.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByRole('link', { name: 'Treatment without gaps' })).toBeTruthy();
  });

  it('offers no declaration to those who may not declare', async () => {
    open([{ ...offTrackGoal, viewerMayDeclareHealth: false }]);
    await goal(offTrackGoal.statement);
    expect(screen.queryByRole('button', { name: /^Declare/ })).toBeNull();
    expect(screen.getByText('Declared and computed differ.')).toBeTruthy();
  });
});
