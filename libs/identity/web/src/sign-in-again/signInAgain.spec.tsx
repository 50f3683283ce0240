import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { SignInAgainProvider, useSignInAgain } from './signInAgain';
import { ConfirmIdentityMutation, RequestCodeMutation } from './useCode';

const refusal = { __typename: 'SignInAgainRefusal', message: 'Confirm that it is you.' };
const success = { __typename: 'DeactivatePersonSuccess' };

const Page = ({ act }: { act: () => Promise<{ __typename: string }> }) => {
  const signInAgain = useSignInAgain();
  const [outcome, setOutcome] = useState('');
  return (
    <>
      <button type="button" onClick={() => void signInAgain(act).then(({ __typename }) => setOutcome(__typename))}>
        Act
      </button>
      <output>{outcome}</output>
    </>
  );
};

const sendCode = {
  request: { query: RequestCodeMutation },
  result: { data: { requestConfirmationCode: { __typename: 'RequestCodeSuccess', email: 'ana.reyes@example.org' } } },
};
const answer = (code: string, confirmIdentity: object) => ({
  request: { query: ConfirmIdentityMutation, variables: { code } },
  result: { data: { confirmIdentity } },
});
const wrong = 'This is not the newest code, or it is too old. Look again, or ask for another.';

const draw = (...mocks: { request: object; result: object }[]) => {
  const act = jest.fn<() => Promise<{ __typename: string }>>();
  act.mockResolvedValueOnce(refusal).mockResolvedValue(success);
  const page = (
    <SignInAgainProvider>
      <Page act={act} />
    </SignInAgainProvider>
  );
  return { ...renderWithHub(page, { mocks: mocks as never, hub: { isDemonstration: false } }), act };
};

describe('an act that needs a recent sign-in', () => {
  it('is done once the person has confirmed who they are, wrong digits and all', async () => {
    const { user, act } = draw(
      sendCode,
      answer('1111 1111', {
        __typename: 'InvalidInputRefusal',
        message: wrong,
        fields: [{ __typename: 'FieldProblem', path: 'code', message: wrong }],
      }),
      answer('2222 2222', {
        __typename: 'ConfirmIdentitySuccess',
        session: { __typename: 'CurrentSession', secondsLeft: 43_200 },
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Act' }));
    await user.click(await screen.findByRole('button', { name: 'Send code' }));
    const field = await screen.findByLabelText('Code');
    await user.type(field, '1111 1111{Enter}');
    expect(await screen.findByText(wrong)).toBeTruthy();
    expect(act).toHaveBeenCalledTimes(1);
    await user.clear(field);
    await user.type(field, '2222 2222{Enter}');
    expect(await screen.findByText('DeactivatePersonSuccess')).toBeTruthy();
    expect(act).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not done when they close the dialog', async () => {
    const { user, act } = draw();
    await user.click(screen.getByRole('button', { name: 'Act' }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    expect(await screen.findByText('SignInAgainRefusal')).toBeTruthy();
    expect(act).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Act'));
  });
});
