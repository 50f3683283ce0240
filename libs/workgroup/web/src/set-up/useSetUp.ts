import { useMutation } from '@apollo/client/react';
import { useEnter } from '@sos/identity-web';
import type { SetUpHubInput } from '@sos/platform-contract';
import { type Failure, type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { SetUpHubMutation } from './setUp.operations';

export type Structure = NonNullable<SetUpHubInput['structure']>;
type Trouble = Pick<Failure, 'message' | 'reference'>;

/** Sets up the hub and enters it. */
export const useSetUp = (token: string) => {
  const enter = useEnter();
  const [mutate, { loading }] = useMutation(SetUpHubMutation);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const setUp = async (input: Omit<SetUpHubInput, 'token'>) => {
    setProblems({});
    setTrouble(null);
    try {
      const { data } = await mutate({ variables: { input: { ...input, token } } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.setUpHub, 'SetUpHubSuccess');
      if (outcome.succeeded) return await enter();
      setProblems(outcome.fields);
      const [first] = Object.keys(outcome.fields);
      if (first === 'token' || !first) setTrouble({ message: outcome.message, reference: null });
      else document.getElementById(`set-up-${first}`)?.focus();
    } catch (error) {
      setTrouble(readFailure(error));
    }
  };
  return { setUp, isBusy: loading, problems, trouble };
};
