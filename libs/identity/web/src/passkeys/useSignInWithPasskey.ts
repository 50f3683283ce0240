import { useMutation } from '@apollo/client/react';
import { readFailure, readResult } from '@sos/platform-web';
import { useCallback, useState } from 'react';
import { useEnter } from '../signing/useEnter';
import { askPasskey, PasskeyTrouble } from './askPasskey';
import { BeginPasskeySignInMutation, SignInWithPasskeyMutation } from './passkey.operations';

/** Signs in with whatever passkey the person chooses; `answerWith` takes one that was asked for elsewhere. */
export const useSignInWithPasskey = () => {
  const enter = useEnter();
  const [begin] = useMutation(BeginPasskeySignInMutation);
  const [finish] = useMutation(SignInWithPasskeyMutation);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = useCallback(async () => (await begin()).data?.beginPasskeySignIn.options, [begin]);

  const answerWith = useCallback(
    async (asking: Promise<object>) => {
      setIsBusy(true);
      setProblem(null);
      try {
        const { data } = await finish({ variables: { answer: await asking } });
        if (!data) throw new Error('The hub gave no answer.');
        const outcome = readResult(data.signInWithPasskey, 'PasskeySignInSuccess');
        if (outcome.succeeded) await enter();
        else setProblem(outcome.message);
      } catch (error) {
        setProblem(error instanceof PasskeyTrouble ? error.said : readFailure(error).message);
      }
      setIsBusy(false);
    },
    [enter, finish],
  );

  const signIn = useCallback(() => answerWith(ask().then(askPasskey)), [answerWith, ask]);
  return { signIn, ask, answerWith, isBusy, problem };
};
