import { useMutation, useSuspenseQuery } from '@apollo/client/react';
import { Button, ErrorState, formatDateTime, Ledger, LedgerRow, Section, useToast } from '@sos/platform-ui';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import styles from '../profile/profile.module.css';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import {
  BeginProviderLinkMutation,
  MyIdentitiesQuery,
  RelinkIdentityMutation,
  UnlinkIdentityMutation,
} from './provider.operations';
import { providerProblemWords } from './providerProblems';

/** In one's own profile: accounts at the agency that sign one in. Not there where nobody could have one. */
export const LinkedAccounts = () => {
  const { data } = useSuspenseQuery(MyIdentitiesQuery, { fetchPolicy: 'cache-and-network' });
  const [begin] = useMutation(BeginProviderLinkMutation);
  const afterwards = { refetchQueries: [MyIdentitiesQuery], awaitRefetchQueries: true };
  const [unlink] = useMutation(UnlinkIdentityMutation, afterwards);
  const [relink] = useMutation(RelinkIdentityMutation, afterwards);
  const signInAgain = useSignInAgain();
  const toast = useToast();
  const [parameters] = useSearchParams();
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { linkedIdentities = [], linkableProviders = [] } = data.viewer ?? {};
  const said = problem ?? providerProblemWords(parameters.get('problem'));

  const doing = async (what: string, act: () => Promise<string | null>) => {
    setBusyWith(what);
    setProblem(await act().catch((error: unknown) => readFailure(error).message));
    setBusyWith(null);
  };
  const link = (providerKey: string) =>
    doing(providerKey, async () => {
      const result = await signInAgain(
        async () => (await begin({ variables: { providerKey } })).data!.beginProviderLink,
      );
      const outcome = readResult(result, 'ProviderSignInBegun');
      if (!outcome.succeeded) return outcome.message;
      window.location.assign(outcome.value.address);
      return null;
    });
  const remove = (id: string) =>
    doing(id, async () => {
      const result = await signInAgain(
        async () => (await unlink({ variables: { linkedIdentityId: id } })).data!.unlinkIdentity,
      );
      const outcome = readResult(result, 'IdentityUnlinked');
      if (!outcome.succeeded) return outcome.message;
      toast({ message: `${outcome.value.providerName} unlinked`, undo: () => void takeBack(id) });
      return null;
    });
  const takeBack = (id: string) =>
    doing(id, async () => {
      const result = await signInAgain(
        async () => (await relink({ variables: { linkedIdentityId: id } })).data!.relinkIdentity,
      );
      const outcome = readResult(result, 'IdentityRelinked');
      if (!outcome.succeeded) return outcome.message;
      toast({ message: `${outcome.value.providerName} linked again` });
      return null;
    });

  if (linkedIdentities.length + linkableProviders.length === 0 && !said) return null;
  return (
    <Section title="Sign-in of your agency" count={linkedIdentities.length}>
      {said && <ErrorState title="The account is not linked." body={said} />}
      {linkedIdentities.length > 0 && (
        <Ledger label="Linked accounts">
          {linkedIdentities.map(({ id, providerName, email, linkedAt, lastUsedAt }) => (
            <LedgerRow
              key={id}
              margin={lastUsedAt ? `Used ${formatDateTime(lastUsedAt)}` : 'Not used yet'}
              title={providerName}
              meta={
                <>
                  {email && <span>{email}</span>}
                  <span>Linked {formatDateTime(linkedAt)}</span>
                </>
              }
              action={
                <Button
                  size="s"
                  aria-label={`Unlink ${providerName}`}
                  busy={busyWith === id}
                  onClick={() => void remove(id)}
                >
                  Unlink
                </Button>
              }
            />
          ))}
        </Ledger>
      )}
      {linkableProviders.map(({ key, displayName }) => (
        <p key={key} className={styles.everywhere}>
          <Button busy={busyWith === key} onClick={() => void link(key)}>
            Link your account at {displayName}
          </Button>
        </p>
      ))}
    </Section>
  );
};
