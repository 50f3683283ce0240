import { useMutation } from '@apollo/client/react';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { BeginProviderSignInMutation } from './provider.operations';

/** Leaves for the provider's page; `busyWith` is the provider that one is on the way to. */
export const useProviderSignIn = (returnPath: string) => {
  const [begin] = useMutation(BeginProviderSignInMutation);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const signIn = async (providerKey: string, email: string) => {
    setBusyWith(providerKey);
    setProblem(null);
    try {
      const { data } = await begin({ variables: { input: { providerKey, returnPath, email: email.trim() || null } } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.beginProviderSignIn, 'ProviderSignInBegun');
      // The page goes away, so the button stays busy until it has.
      if (outcome.succeeded) return window.location.assign(outcome.value.address);
      setProblem(outcome.message);
    } catch (error) {
      setProblem(readFailure(error).message);
    }
    setBusyWith(null);
  };
  return { signIn, busyWith, problem };
};
