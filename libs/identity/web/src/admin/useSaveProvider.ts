import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import {
  AddIdentityProviderMutation,
  EditIdentityProviderMutation,
  IdentityProvidersQuery,
} from './identityProvider.operations';
import { domainsOf, type Provider, type ProviderValues } from './providerValues';

const refetch = { refetchQueries: [IdentityProvidersQuery], awaitRefetchQueries: true };

/** @param provider The one that is edited; none: a new one. */
export const useSaveProvider = (provider: Provider | undefined, onSaved: () => void) => {
  const [add] = useMutation(AddIdentityProviderMutation, refetch);
  const [edit] = useMutation(EditIdentityProviderMutation, refetch);
  const signInAgain = useSignInAgain();
  const toast = useToast();
  const [isBusy, setIsBusy] = useState(false);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const send = async ({ key, issuer, ...values }: ProviderValues) => {
    const common = {
      ...values,
      clientSecret: values.clientSecret || null,
      mailDomains: domainsOf(values.mailDomains),
    };
    const result = provider
      ? await signInAgain(async () => {
          const input = { ...common, identityProviderId: provider.id, expectedVersion: provider.version };
          return (await edit({ variables: { input } })).data!.editIdentityProvider;
        })
      : await signInAgain(
          async () => (await add({ variables: { input: { ...common, key, issuer } } })).data!.addIdentityProvider,
        );
    return readResult(result, 'IdentityProviderSuccess');
  };

  const save = async (values: ProviderValues) => {
    setIsBusy(true);
    setProblems({});
    setTrouble(null);
    try {
      const outcome = await send(values);
      if (outcome.succeeded) {
        toast({ message: provider ? 'Changes saved' : 'Identity provider added' });
        onSaved();
      } else {
        setProblems(outcome.fields);
        if (Object.keys(outcome.fields).length === 0) setTrouble(outcome.message);
      }
    } catch (error) {
      setTrouble(readFailure(error).message);
    }
    setIsBusy(false);
  };
  return { save, isBusy, problems, trouble };
};
