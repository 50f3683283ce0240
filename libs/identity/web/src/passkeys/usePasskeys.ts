import { useApolloClient, useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import { makePasskey, PasskeyTrouble } from './askPasskey';
import {
  AddPasskeyMutation,
  BeginPasskeyMutation,
  MyPasskeysQuery,
  RemovePasskeyMutation,
  RenamePasskeyMutation,
  RestorePasskeyMutation,
} from './passkey.operations';

const answered = <Result>(result: Result | undefined): Result => {
  if (!result) throw new Error('The hub gave no answer.');
  return result;
};

/** What a person does with their own passkeys; `busyWith` is the one that is changing, or `new`. */
export const usePasskeys = () => {
  const client = useApolloClient();
  const toast = useToast();
  const signInAgain = useSignInAgain();
  const [begin] = useMutation(BeginPasskeyMutation);
  const [finish] = useMutation(AddPasskeyMutation);
  const [mutateName] = useMutation(RenamePasskeyMutation);
  const [mutateRemoval] = useMutation(RemovePasskeyMutation);
  const [mutateReturn] = useMutation(RestorePasskeyMutation);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const doing = async (what: string, act: () => Promise<string | null>): Promise<boolean> => {
    setBusyWith(what);
    setProblem(null);
    let refusal: string | null;
    try {
      refusal = await act();
    } catch (error) {
      refusal = error instanceof PasskeyTrouble ? error.said : readFailure(error).message;
    }
    setProblem(refusal);
    if (refusal === null) await client.refetchQueries({ include: [MyPasskeysQuery] });
    setBusyWith(null);
    return refusal === null;
  };

  const add = () =>
    doing('new', async () => {
      const begun = await signInAgain(async () => answered((await begin()).data).beginPasskey);
      const asked = readResult(begun, 'PasskeyCreation');
      if (!asked.succeeded) return asked.message;
      const answer = await makePasskey(asked.value.options);
      const outcome = readResult(
        answered((await finish({ variables: { input: { answer } } })).data).addPasskey,
        'PasskeySuccess',
      );
      if (!outcome.succeeded) return outcome.message;
      toast({ message: 'Passkey added' });
      return null;
    });

  const rename = (passkeyId: string, name: string) =>
    doing(passkeyId, async () => {
      const { data } = await mutateName({ variables: { input: { passkeyId, name } } });
      const outcome = readResult(answered(data).renamePasskey, 'PasskeySuccess');
      if (!outcome.succeeded) return outcome.fields.name ?? outcome.message;
      toast({ message: 'Passkey renamed' });
      return null;
    });

  const restore = (passkeyId: string) =>
    doing(passkeyId, async () => {
      const result = await signInAgain(
        async () => answered((await mutateReturn({ variables: { passkeyId } })).data).restorePasskey,
      );
      const outcome = readResult(result, 'PasskeySuccess');
      return outcome.succeeded ? null : outcome.message;
    });

  const remove = (passkeyId: string) =>
    doing(passkeyId, async () => {
      const result = await signInAgain(
        async () => answered((await mutateRemoval({ variables: { passkeyId } })).data).removePasskey,
      );
      const outcome = readResult(result, 'PasskeySuccess');
      if (!outcome.succeeded) return outcome.message;
      toast({ message: 'Passkey removed', undo: () => void restore(passkeyId) });
      return null;
    });

  return { add, rename, remove, busyWith, problem };
};
