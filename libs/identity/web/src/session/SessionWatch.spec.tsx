import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { RequestCodeMutation } from '../sign-in-again/useCode';
import { SignInAgainProvider } from '../sign-in-again/signInAgain';
import { SignOutMutation } from '../signing/useSignOut';
import { SessionEndQuery, StaySignedInMutation } from './session.operations';
import { SessionWatch } from './SessionWatch';

type Session = { secondsLeft: number; endedBy: 'IDLE' | 'HOURS' } | null;

const look = (session: Session) => ({
  request: { query: SessionEndQuery },
  result: { data: { session: session && { __typename: 'CurrentSession', warningSeconds: 120, ...session } } },
});
const stay = {
  request: { query: StaySignedInMutation },
  result: { data: { staySignedIn: { __typename: 'CurrentSession', secondsLeft: 1_800 } } },
};
const draw = (...mocks: (ReturnType<typeof look> | { request: object; result: object })[]) => {
  const onOver = jest.fn();
  const page = (
    <SignInAgainProvider>
      <h1 tabIndex={-1}>My work</h1>
      <SessionWatch onOver={onOver} />
    </SignInAgainProvider>
  );
  return { ...renderWithHub(page, { mocks: mocks as never, hub: { isDemonstration: false } }), onOver };
};

describe('the end of a session', () => {
  beforeEach(() => localStorage.clear());

  it('is not spoken of while it is far', async () => {
    const { onOver } = draw(look({ secondsLeft: 1_800, endedBy: 'IDLE' }));
    await waitFor(() => expect(screen.getByText('My work')).toBeTruthy());
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(onOver).not.toHaveBeenCalled();
  });

  it('is warned of, with the time that is left and word of what was typed', async () => {
    draw(look({ secondsLeft: 65, endedBy: 'IDLE' }));
    const dialog = await screen.findByRole('dialog', { name: 'Are you still there?' });
    expect(dialog.textContent).toMatch(/signs you out in 1 minute [1-5] seconds?/);
    expect(dialog.textContent).toContain('What you typed is kept');
    expect(dialog.textContent).toContain('2 minutes left');
  });

  it('is put off by one press', async () => {
    const { user } = draw(
      look({ secondsLeft: 65, endedBy: 'IDLE' }),
      stay,
      look({ secondsLeft: 1_800, endedBy: 'IDLE' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Stay signed in' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('leads away when it has come', async () => {
    const { onOver } = draw(look(null));
    await waitFor(() => expect(onOver).toHaveBeenCalledTimes(1));
  });

  it('is chosen by signing out', async () => {
    const { user, location } = draw(look({ secondsLeft: 65, endedBy: 'IDLE' }), {
      request: { query: SignOutMutation },
      result: { data: { signOut: { __typename: 'SignOutResult', signedOut: true } } },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(location().pathname).toBe('/sign-in'));
  });

  it('when the hours are up, asks to sign in again, and lets one finish a sentence first', async () => {
    const { user } = draw(look({ secondsLeft: 100, endedBy: 'HOURS' }), {
      request: { query: RequestCodeMutation },
      result: {
        data: { requestConfirmationCode: { __typename: 'RequestCodeSuccess', email: 'ana.reyes@example.org' } },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Sign in again' }));
    await user.click(await screen.findByRole('button', { name: 'Send code' }));
    expect((await screen.findByLabelText('Code')).getAttribute('autocomplete')).toBe('one-time-code');
    expect(screen.getByText(/sent to ana.reyes@example.org/)).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
