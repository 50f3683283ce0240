import { renderWithHub } from '@sos/platform-web/testing';
import { notifications } from '@mantine/notifications';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { LinkedAccounts } from './LinkedAccounts';
import { MyIdentitiesQuery, RelinkIdentityMutation, UnlinkIdentityMutation } from './provider.operations';

const account = {
  __typename: 'LinkedIdentity',
  id: 'account-1',
  providerName: 'Public Health',
  email: 'ana.reyes@example.org',
  linkedAt: '2026-10-01T17:00:00.000Z',
  lastUsedAt: null,
};
const provider = { __typename: 'SignInProvider', key: 'cdph', displayName: 'Public Health' };
const read = (isLinked: boolean) => ({
  request: { query: MyIdentitiesQuery },
  result: {
    data: {
      viewer: {
        __typename: 'Viewer',
        linkedIdentities: isLinked ? [account] : [],
        linkableProviders: isLinked ? [] : [provider],
      },
    },
  },
});
const unlink = {
  request: { query: UnlinkIdentityMutation, variables: { linkedIdentityId: 'account-1' } },
  result: { data: { unlinkIdentity: { __typename: 'IdentityUnlinked', providerName: 'Public Health' } } },
};
const relink = (relinkIdentity: object) => ({
  request: { query: RelinkIdentityMutation, variables: { linkedIdentityId: 'account-1' } },
  result: { data: { relinkIdentity } },
});
const draw = (...mocks: { request: object; result: object }[]) =>
  renderWithHub(
    <RouteBoundary>
      <LinkedAccounts />
    </RouteBoundary>,
    { path: '/profile', mocks: mocks as never },
  );

afterEach(() => notifications.clean());

describe('an account at the own agency', () => {
  it('is unlinked, and linked again by undo', async () => {
    const back = relink({ __typename: 'IdentityRelinked', providerName: 'Public Health' });
    const { user } = draw(read(true), unlink, read(false), back, read(true));
    await user.click(await screen.findByRole('button', { name: 'Unlink Public Health' }));
    expect(await screen.findByText('Public Health unlinked')).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Link your account at Public Health' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Public Health linked again')).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Unlink Public Health' })).toBeTruthy());
  });

  it('stays unlinked where the hub refuses, and says so', async () => {
    const { user } = draw(
      read(true),
      unlink,
      read(false),
      relink({ __typename: 'NotFoundRefusal', message: 'There is no such linked account.' }),
      read(false),
    );
    await user.click(await screen.findByRole('button', { name: 'Unlink Public Health' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('There is no such linked account.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Link your account at Public Health' })).toBeTruthy();
  });
});
