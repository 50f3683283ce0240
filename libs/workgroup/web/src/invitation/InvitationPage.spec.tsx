import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { AcceptInvitationMutation, OfferedMembershipQuery } from './invitation.queries';
import { InvitationPage } from './InvitationPage';

const offer = {
  __typename: 'OfferedMembership',
  email: 'gale@example.org',
  fullName: '',
  agencyName: 'Department of Public Health',
  bodyName: 'Harm Reduction',
  seatRole: 'MEMBER',
  roles: [],
  endsOn: null,
  invitedByName: 'Cleo Chair',
  expiresAt: '2026-11-27T12:00:00.000Z',
  isKnown: false,
};
const looking = (offeredMembership: object | null) => ({
  request: { query: OfferedMembershipQuery, variables: { token: 'abc_123' } },
  result: { data: { offeredMembership } },
});
const accepting = (fullName: string, acceptInvitation: object) => ({
  request: {
    query: AcceptInvitationMutation,
    variables: { input: { token: 'abc_123', fullName, jobTitle: null } },
  },
  result: { data: { acceptInvitation } },
});
type Mocks = NonNullable<Parameters<typeof renderWithHub>[1]>['mocks'];
const draw = (mocks: Mocks) =>
  renderWithHub(<InvitationPage />, { path: '/invitation', route: '/invitation', viewer: null, mocks });

describe('the page of an invitation', () => {
  beforeEach(() => window.history.replaceState(null, '', '/invitation#token=abc_123'));

  it('says who invites to what, leaves no token in the address, and accepts only at the press', async () => {
    const accepted = { __typename: 'AcceptInvitationSuccess', isSignedIn: true };
    const { user, location } = draw([looking(offer), accepting('Gale Guest', accepted)]);
    expect(await screen.findByText('Cleo Chair invites you to take part.')).toBeTruthy();
    expect(screen.getByText('Member of Harm Reduction')).toBeTruthy();
    expect(window.location.hash).toBe('');
    expect(location().pathname).toBe('/invitation');
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Gale Guest');
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    await waitFor(() => expect(location().pathname).toBe('/'));
  });

  it('says at the name what is wrong with it', async () => {
    const { user } = draw([
      looking(offer),
      accepting('', {
        __typename: 'InvalidInputRefusal',
        message: 'Your name is empty.',
        fields: [{ __typename: 'FieldProblem', path: 'fullName', message: 'Your name is empty. Write something.' }],
      }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Accept invitation' }));
    expect(await screen.findByText('Your name is empty. Write something.')).toBeTruthy();
  });

  it('leads somebody who is in the hub already to signing in', async () => {
    const { user } = draw([
      looking({ ...offer, isKnown: true }),
      accepting('gale@example.org', { __typename: 'AcceptInvitationSuccess', isSignedIn: false }),
    ]);
    await screen.findByText('Cleo Chair invites you to take part.');
    expect(screen.queryByRole('textbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Accept invitation' }));
    expect((await screen.findByRole('link', { name: 'Sign in' })).getAttribute('href')).toBe('/sign-in');
  });

  it('says when it no longer works', async () => {
    draw([looking(null)]);
    expect((await screen.findByRole('alert')).textContent).toContain('Ask whoever invited you for a new one');
    expect(screen.queryByRole('button', { name: 'Accept invitation' })).toBeNull();
  });
});
