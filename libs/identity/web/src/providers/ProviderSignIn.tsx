import { useQuery } from '@apollo/client/react';
import { Button, ComboboxField, ErrorState, LiveRegion } from '@sos/platform-ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import styles from '../signing/signing.module.css';
import { providersFor } from './homeRealm';
import { SignInProvidersQuery } from './provider.operations';
import { providerProblemWords } from './providerProblems';
import { useProviderSignIn } from './useProviderSignIn';

/** So many buttons are looked over at a glance; beyond that one finds one's agency by typing. */
const buttonsAtMost = 3;

export type ProviderSignInProps = { returnPath: string; /** What stands in the address field. */ email: string };

/** Agencies’ own sign-ins; the one of the typed address comes first. */
export const ProviderSignIn = ({ returnPath, email }: ProviderSignInProps) => {
  const { data } = useQuery(SignInProvidersQuery);
  const [parameters] = useSearchParams();
  const [chosen, setChosen] = useState<string | null>(null);
  const { signIn, busyWith, problem } = useProviderSignIn(returnPath);
  const said = problem ?? providerProblemWords(parameters.get('problem'));
  const providers = data?.signInProviders ?? [];
  const own = providersFor(providers, email);
  const others = providers.filter((provider) => !own.includes(provider));
  const button = (provider: (typeof providers)[number], isOwn: boolean) => (
    <Button
      key={provider.key}
      variant={isOwn ? 'primary' : 'default'}
      busy={busyWith !== null}
      onClick={() => void signIn(provider.key, email)}
    >
      {busyWith === provider.key ? `Going to ${provider.displayName}` : `Sign in with ${provider.displayName}`}
    </Button>
  );
  return (
    <>
      {said && <ErrorState title="You are not signed in." body={said} />}
      <LiveRegion>{own.length > 0 ? `Your agency has a sign-in of its own: ${own[0]!.displayName}.` : ''}</LiveRegion>
      {providers.length > 0 && (
        <div className={styles.ways} role="group" aria-label="Sign in with your agency">
          {own.map((provider) => button(provider, true))}
          {others.length <= buttonsAtMost ? (
            others.map((provider) => button(provider, false))
          ) : (
            <>
              <ComboboxField
                label="Your agency’s sign-in"
                options={others.map(({ key, displayName }) => ({ value: key, label: displayName }))}
                value={chosen}
                onChange={setChosen}
                placeholder="Find your agency"
              />
              {others.filter(({ key }) => key === chosen).map((provider) => button(provider, false))}
            </>
          )}
        </div>
      )}
    </>
  );
};
