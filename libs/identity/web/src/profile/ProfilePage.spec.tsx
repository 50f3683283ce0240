import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor, within } from '@testing-library/react';
import {
  EditProfileMutation,
  EndMySessionMutation,
  ProfileQuery,
  RequestNotificationAddressMutation,
  SignOutEverywhereMutation,
} from './profile.operations';
import { ProfilePage } from './ProfilePage';

const session = (id: string, device: string, isCurrent = false) => ({
  __typename: 'OwnSession',
  id,
  device,
  startedAt: '2026-11-20T17:00:00.000Z',
  lastSeenAt: '2026-11-20T18:30:00.000Z',
  isCurrent,
});
const profile = (
  changes: object = {},
  sessions = [session('1', 'Firefox on Windows', true), session('2', 'Safari on iPhone')],
) => ({
  request: { query: ProfileQuery },
  result: {
    data: {
      viewer: {
        __typename: 'Viewer',
        affiliation: 'Representative, Health Care Services',
        person: {
          __typename: 'Person',
          id: 'person-ana',
          fullName: 'Ana Reyes',
          jobTitle: 'Policy analyst',
          email: 'ana.reyes@example.org',
        },
        profile: {
          __typename: 'OwnProfile',
          language: 'EN',
          notificationEmail: null,
          unconfirmedEmail: null,
          ...changes,
        },
      },
      mySessions: sessions,
    },
  },
});
const draw = (...mocks: { request: object; result: object }[]) =>
  renderWithHub(
    <RouteBoundary>
      <ProfilePage />
    </RouteBoundary>,
    { path: '/profile', mocks: mocks as never },
  );

describe('one’s own profile', () => {
  it('says at the field what is wrong with it', async () => {
    const message = 'Your name is empty. Write something.';
    const { user } = draw(profile(), {
      request: {
        query: EditProfileMutation,
        variables: { input: { fullName: '', jobTitle: 'Policy analyst', language: 'ES' } },
      },
      result: {
        data: {
          editProfile: {
            __typename: 'InvalidInputRefusal',
            message,
            fields: [{ __typename: 'FieldProblem', path: 'fullName', message }],
          },
        },
      },
    });
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.selectOptions(screen.getByLabelText('Language you prefer'), 'Español');
    await user.click(screen.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText(message)).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(name));
  });

  it('sends a link to another address, and says that it waits', async () => {
    const { user } = draw(
      profile(),
      {
        request: { query: RequestNotificationAddressMutation, variables: { email: 'home@example.org' } },
        result: {
          data: {
            requestNotificationAddress: {
              __typename: 'ProfileSuccess',
              profile: { __typename: 'OwnProfile', unconfirmedEmail: 'home@example.org' },
            },
          },
        },
      },
      profile({ unconfirmedEmail: 'home@example.org' }),
    );
    expect(await screen.findByText('Notifications go to ana.reyes@example.org.')).toBeTruthy();
    await user.type(screen.getByLabelText('Another address for notifications'), 'home@example.org{Enter}');
    expect(await screen.findByText(/home@example.org waits to be confirmed/)).toBeTruthy();
    expect(screen.getByText('Link sent')).toBeTruthy();
  });

  it('signs out of another browser, not of this one by mistake', async () => {
    const { user } = draw(
      profile(),
      {
        request: { query: EndMySessionMutation, variables: { id: '2' } },
        result: {
          data: {
            endMySession: { __typename: 'EndMySessionSuccess', sessions: [{ __typename: 'OwnSession', id: '1' }] },
          },
        },
      },
      profile({}, [session('1', 'Firefox on Windows', true)]),
    );
    const list = await screen.findByRole('list', { name: 'Where you are signed in' });
    expect(within(list).getAllByRole('button')).toHaveLength(1);
    await user.click(within(list).getByRole('button', { name: /^Sign out Safari on iPhone/ }));
    await waitFor(() => expect(within(list).queryByText('Safari on iPhone')).toBeNull());
    expect(within(list).getByText('This browser')).toBeTruthy();
  });

  it('signs out everywhere, and leaves nothing behind', async () => {
    localStorage.setItem('sos:person-ana:draft:update:PS-19', '{"text":"Mine"}');
    const { user, location } = draw(profile(), {
      request: { query: SignOutEverywhereMutation },
      result: { data: { signOutEverywhere: { __typename: 'SignOutEverywhereResult', ended: 2 } } },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    await waitFor(() => expect(location().pathname).toBe('/sign-in'));
    expect(localStorage.length).toBe(0);
  });
});
