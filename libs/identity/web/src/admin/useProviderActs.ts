import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import type { TestIdentityProviderMutation as Tested } from '@sos/platform-contract';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import {
  IdentityProvidersQuery,
  SwitchIdentityProviderMutation,
  TestIdentityProviderMutation,
} from './identityProvider.operations';
import type { Provider } from './providerValues';

export type Check = Extract<Tested['testIdentityProvider'], { __typename: 'ConnectionTested' }>['checks'][number];

/** What an administrator does with a provider that is there. */
export const useProviderActs = (provider: Provider) => {
  const refetch = { refetchQueries: [IdentityProvidersQuery], awaitRefetchQueries: true };
  const [switchTo] = useMutation(SwitchIdentityProviderMutation, refetch);
  const [test] = useMutation(TestIdentityProviderMutation);
  const signInAgain = useSignInAgain();
  const toast = useToast();
  const [busyWith, setBusyWith] = useState<'switch' | 'test' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [checks, setChecks] = useState<readonly Check[] | null>(null);

  const doing = async (what: 'switch' | 'test', act: () => Promise<string | null>) => {
    setBusyWith(what);
    setProblem(await act().catch((error: unknown) => readFailure(error).message));
    setBusyWith(null);
  };
  const switchProvider = (enabled: boolean) =>
    doing('switch', async () => {
      const input = { identityProviderId: provider.id, expectedVersion: provider.version, enabled };
      const result = await signInAgain(
        async () => (await switchTo({ variables: { input } })).data!.switchIdentityProvider,
      );
      const outcome = readResult(result, 'IdentityProviderSuccess');
      if (!outcome.succeeded) return outcome.message;
      toast({ message: enabled ? `${provider.displayName} switched on` : `${provider.displayName} switched off` });
      return null;
    });
  const testConnection = () =>
    doing('test', async () => {
      setChecks(null);
      const { data } = await test({ variables: { identityProviderId: provider.id } });
      const outcome = readResult(data!.testIdentityProvider, 'ConnectionTested');
      if (!outcome.succeeded) return outcome.message;
      setChecks(outcome.value.checks);
      return null;
    });
  return { switchProvider, testConnection, busyWith, problem, checks };
};
