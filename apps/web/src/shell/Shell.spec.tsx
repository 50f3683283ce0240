import { renderWithHub } from '@sos/platform-web/testing';
import { SessionEndQuery } from '@sos/identity-web';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { DueCountQuery } from './useDueCount';
import { Shell } from './Shell';

const sessionEnd = {
  request: { query: SessionEndQuery },
  result: {
    data: {
      session: { __typename: 'CurrentSession', secondsLeft: 1_800, endedBy: 'IDLE' as const, warningSeconds: 120 },
    },
  },
};
const due = {
  request: { query: DueCountQuery },
  result: {
    data: {
      myWork: {
        __typename: 'MyWork',
        overdue: [{ __typename: 'ActionItem', id: '1' }],
        dueSoon: [{ __typename: 'ActionItem', id: '2' }],
      },
    },
  },
};

describe('the shell', () => {
  it('sends away who is not signed in, and remembers where to', () => {
    const { location } = renderWithHub(<Shell />, { path: '/items?status=BLOCKED', route: '/items', viewer: null });
    expect(location().pathname + location().search).toBe('/sign-in?return=%2Fitems%3Fstatus%3DBLOCKED');
  });

  it('says where we are, who is looking, what is due, and that the content is invented', async () => {
    renderWithHub(<Shell />, { mocks: [due, sessionEnd] });
    expect(await screen.findByRole('link', { name: 'My work 2 due', current: 'page' })).toBeTruthy();
    expect(screen.getByRole('button', { name: /Ana Reyes/ })).toBeTruthy();
    expect(screen.getByText('Friday, Nov 20, 2026')).toBeTruthy();
    expect(screen.getByText('Sample content. People and figures are invented.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Meetings|Coalitions/ })).toBeNull();
  });
});
