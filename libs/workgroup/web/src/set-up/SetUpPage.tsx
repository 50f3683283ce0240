import { useSuspenseQuery } from '@apollo/client/react';
import { useTokenInFragment } from '@sos/identity-web';
import { PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import styles from './setUp.module.css';
import { SetUpOfferQuery } from './setUp.operations';
import { SetUpForm } from './SetUpForm';

/** The page behind the address that a hub without an administrator prints when it starts. */
export const SetUpPage = () => {
  const token = useTokenInFragment();
  // Asked of the hub each time: the answer depends on what happened since.
  const { data } = useSuspenseQuery(SetUpOfferQuery, { variables: { token: token ?? '' }, fetchPolicy: 'no-cache' });
  usePage({ title: 'Set up the hub' });
  return (
    <>
      <PageHeader
        width="narrow"
        title="Set up the hub"
        lede={
          data.setUpOffer
            ? 'You become its first administrator, and invite the others.'
            : 'This set-up address was used, has expired, or the hub has an administrator already.'
        }
      />
      {token && data.setUpOffer ? (
        <SetUpForm token={token} offer={data.setUpOffer} />
      ) : (
        <div className={styles.form}>
          <p>
            While the hub has no administrator, each of its starts prints a new address to the terminal. Whoever runs
            the hub can also print one with <code>npm run hub -- setup-address</code>.
          </p>
        </div>
      )}
    </>
  );
};
