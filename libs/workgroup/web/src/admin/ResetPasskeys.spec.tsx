import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { ResetPasskeysMutation } from './people.queries';
import { ResetPasskeys } from './ResetPasskeys';

const ana = { id: 'ana', fullName: 'Ana Reyes' };
const reset = (resetPasskeys: object) => ({
  request: { query: ResetPasskeysMutation, variables: { personId: 'ana' } },
  result: { data: { resetPasskeys } },
});
const press = async (answer: object) => {
  const { user } = renderWithHub(<ResetPasskeys person={ana} />, { mocks: [reset(answer)] });
  await user.click(screen.getByRole('button', { name: 'Reset passkeys' }));
  const dialog = await screen.findByRole('dialog', { name: 'Reset passkeys' });
  expect(dialog.textContent).toContain('This cannot be undone.');
  await user.click(within(dialog).getByRole('button', { name: 'Reset passkeys' }));
};

describe('resetting somebody’s passkeys', () => {
  it('says how many there were and what the person does next', async () => {
    await press({ __typename: 'PasskeyResetSuccess', count: 2 });
    expect(
      await screen.findByText(
        '2 passkeys of Ana Reyes reset. A link by mail signs them in now; tell them to add a new passkey in their profile.',
      ),
    ).toBeTruthy();
  });

  it('says that nothing has changed when the administrator does not confirm who they are', async () => {
    const message = 'Confirm that it is you: this needs a sign-in of the last few minutes. Nothing was changed yet.';
    await press({ __typename: 'SignInAgainRefusal', message });
    expect((await screen.findByRole('alert')).textContent).toContain(message);
  });
});
