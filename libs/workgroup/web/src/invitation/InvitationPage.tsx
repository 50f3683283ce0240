import { useTokenInFragment } from '@sos/identity-web';
import { ErrorState, LoadingRows, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { Link } from 'react-router';
import { AcceptForm } from './AcceptForm';
import { useOffer } from './useOffer';

/**
 * The address in the mail leads here and uses nothing up: looking is no accepting, and mail scanners only look. The token
 * stands behind the #, which browsers send to no server.
 */
export const InvitationPage = () => {
  usePage({ title: 'Invitation' });
  const token = useTokenInFragment();
  return token ? (
    <Offered token={token} />
  ) : (
    <>
      <PageHeader width="narrow" title="Invitation" lede="This address has lost its last part." />
      <p>
        Copy the whole address from the message, up to its end. <Link to="/help">Help and contact</Link>
      </p>
    </>
  );
};

const Offered = ({ token }: { token: string }) => {
  const { offer, failure, ask } = useOffer(token);
  if (offer) return <AcceptForm token={token} offer={offer} />;
  return (
    <>
      <PageHeader width="narrow" title="Invitation" />
      {failure && <ErrorState title="The invitation could not be read." body={failure} onRetry={ask} />}
      {offer === null && (
        <ErrorState
          title="This invitation no longer works."
          body="It was used, taken back or has expired. Ask whoever invited you for a new one."
        />
      )}
      {offer === undefined && !failure && <LoadingRows rows={3} label="Reading the invitation" />}
    </>
  );
};
