import { useMutation } from '@apollo/client/react';
import { Button, ErrorState, PageHeader } from '@sos/platform-ui';
import { readFailure, readResult, usePage } from '@sos/platform-web';
import { useState } from 'react';
import { Link } from 'react-router';
import signing from '../signing/signing.module.css';
import { useTokenInFragment } from '../signing/useTokenInFragment';
import { ConfirmNotificationAddressMutation } from './profile.operations';

/** Only the button confirms: mail scanners follow addresses too. */
export const ConfirmAddressPage = () => {
  usePage({ title: 'Confirm an address' });
  const token = useTokenInFragment();
  const [mutate, { loading }] = useMutation(ConfirmNotificationAddressMutation);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async (value: string) => {
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { token: value } });
      const outcome = data && readResult(data.confirmNotificationAddress, 'ConfirmAddressSuccess');
      if (outcome?.succeeded) setConfirmed(outcome.value.email);
      else setProblem(outcome?.message ?? 'The hub gave no answer. Try again in a minute.');
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };
  return (
    <>
      <PageHeader
        width="narrow"
        title="Confirm an address"
        lede={
          token
            ? 'Notifications of the hub will go to the address that this link was sent to.'
            : 'This address has lost its last part. Copy the whole of it from the message.'
        }
      />
      <div className={signing.prose}>
        {problem && <ErrorState title="The address is not confirmed." body={problem} />}
        {confirmed && <p role="status">Address confirmed: notifications go to {confirmed} from now on.</p>}
        {token && !confirmed && (
          <Button variant="primary" busy={loading} onClick={() => void confirm(token)}>
            {loading ? 'Confirming address' : 'Confirm address'}
          </Button>
        )}
        <Link to="/profile">Your profile</Link>
      </div>
    </>
  );
};
