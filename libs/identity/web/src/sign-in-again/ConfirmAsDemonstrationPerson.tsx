import { useMutation } from '@apollo/client/react';
import { Button, ErrorState } from '@sos/platform-ui';
import { readFailure, readResult, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { SignInMutation } from '../signing/useSignInAs';
import type { ConfirmingProps } from './confirming';

/** The demonstration has no mail: one press is the proof. */
export const ConfirmAsDemonstrationPerson = ({ onConfirmed }: ConfirmingProps) => {
  const { person } = useViewer();
  const [signInAs, { loading }] = useMutation(SignInMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setProblem(null);
    try {
      const { data } = await signInAs({ variables: { personId: person.id } });
      const outcome = data && readResult(data.signInAsDemonstrationPerson, 'SignInSuccess');
      if (outcome?.succeeded) onConfirmed();
      else setProblem(outcome?.message ?? 'The hub gave no answer. Try again in a minute.');
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };
  return (
    <>
      {problem && <ErrorState title="You are not confirmed." body={problem} />}
      <Button variant="primary" busy={loading} onClick={() => void confirm()}>
        Confirm as {person.fullName}
      </Button>
    </>
  );
};
