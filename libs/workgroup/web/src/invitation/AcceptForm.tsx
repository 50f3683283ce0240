import { useMutation } from '@apollo/client/react';
import { useEnter } from '@sos/identity-web';
import { Button, ErrorState, Facts, formatDate, PageHeader, TextField } from '@sos/platform-ui';
import { type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { type FormEvent, useState } from 'react';
import styles from '../admin/admin.module.css';
import { hubRoleWord, seatRoleWord } from '../admin/words';
import { AcceptInvitationMutation } from './invitation.queries';
import type { Offer } from './useOffer';

export const AcceptForm = ({ token, offer }: { token: string; offer: Offer }) => {
  const [accept, { loading }] = useMutation(AcceptInvitationMutation);
  const enter = useEnter();
  const [fullName, setFullName] = useState(offer.fullName);
  const [jobTitle, setJobTitle] = useState('');
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isAdded, setIsAdded] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTrouble(null);
    setProblems({});
    try {
      // Somebody who is here keeps their name; the hub asks for one all the same.
      const input = { token, fullName: offer.isKnown ? offer.email : fullName, jobTitle: jobTitle || null };
      const { data } = await accept({ variables: { input } });
      const outcome = readResult(data!.acceptInvitation, 'AcceptInvitationSuccess');
      if (!outcome.succeeded) {
        setProblems(outcome.fields);
        if (!outcome.fields['fullName']) setTrouble(outcome.message);
      } else if (outcome.value.isSignedIn) await enter();
      else setIsAdded(true);
    } catch (error) {
      setTrouble(readFailure(error).message);
    }
  };

  if (isAdded) {
    return (
      <>
        <PageHeader
          width="narrow"
          title="Invitation accepted"
          lede="It is yours from now on. Sign in the way you do."
        />
        <Button variant="primary" to="/sign-in">
          Sign in
        </Button>
      </>
    );
  }
  return (
    <>
      <PageHeader width="narrow" title="Invitation" lede={`${offer.invitedByName} invites you to take part.`} />
      <Facts rows={factsOf(offer)} />
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {!offer.isKnown && (
          <>
            <TextField
              label="Your name"
              autoComplete="name"
              value={fullName}
              onChange={setFullName}
              error={problems['fullName']}
            />
            <TextField
              label="Job title"
              optional
              autoComplete="organization-title"
              value={jobTitle}
              onChange={setJobTitle}
              error={problems['jobTitle']}
            />
          </>
        )}
        {trouble && <ErrorState title="The invitation was not accepted." body={trouble} />}
        <div className={styles.foot}>
          <Button type="submit" variant="primary" busy={loading}>
            Accept invitation
          </Button>
        </div>
      </form>
    </>
  );
};

const factsOf = ({ email, agencyName, bodyName, seatRole, roles, endsOn, expiresAt }: Offer) => [
  { label: 'Your address', value: email },
  { label: 'For', value: agencyName },
  ...(seatRole && bodyName ? [{ label: 'Seat', value: `${seatRoleWord[seatRole]} of ${bodyName}` }] : []),
  ...(roles.length > 0 ? [{ label: 'Roles', value: roles.map((role) => hubRoleWord[role]).join(', ') }] : []),
  ...(endsOn ? [{ label: 'Until', value: formatDate(endsOn) }] : []),
  { label: 'Accept by', value: formatDate(expiresAt.slice(0, 10)) },
];
