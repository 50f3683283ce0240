import { renderWithHub, sampleHub, sampleViewer } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { personalKey, ShellQuery } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { SignOutMutation, useSignOut } from './useSignOut';

const Page = () => {
  const signOut = useSignOut();
  return <button onClick={() => void signOut()}>Sign out</button>;
};

describe('signing out', () => {
  it('leaves nothing of the person behind', async () => {
    const draft = personalKey('person-ana', 'draft:update:PS-19');
    localStorage.setItem(draft, '{"text":"Mine","keptAt":"2026-11-20T17:00:00Z"}');
    const { user, client, location } = renderWithHub(<Page />, {
      path: '/goals',
      mocks: [
        {
          request: { query: SignOutMutation },
          result: { data: { signOut: { __typename: 'SignOutResult', signedOut: true } } },
        },
      ],
    });
    client.writeQuery({ query: ShellQuery, data: { __typename: 'Query', hub: sampleHub, viewer: sampleViewer } });
    await user.click(screen.getByText('Sign out'));
    await waitFor(() => expect(location().pathname).toBe('/sign-in'));
    await waitFor(() => expect(client.cache.extract()).toEqual({}));
    expect(localStorage.getItem(draft)).toBeNull();
  });
});
