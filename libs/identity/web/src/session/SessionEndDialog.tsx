import { useMutation } from '@apollo/client/react';
import { Button, Dialog, ErrorState, LiveRegion } from '@sos/platform-ui';
import { readFailure } from '@sos/platform-web';
import { useState } from 'react';
import { useConfirmIdentity } from '../sign-in-again/signInAgain';
import { StaySignedInMutation } from './session.operations';
import { tellSessionGoesOn } from './sessionNews';
import { spokenTime, timeLeftWords } from './timeLeftWords';
import { useSecondsUntil } from './useSecondsUntil';
import type { SessionEnding } from './useSessionEnd';

type SessionEndDialogProps = { ending: SessionEnding; onSignOut: () => void };

/** Two minutes to say that one is still there. Nothing typed is lost either way: drafts are kept as they are written. */
export const SessionEndDialog = ({ ending, onSignOut }: SessionEndDialogProps) => {
  const secondsLeft = useSecondsUntil(ending.at);
  const confirmIdentity = useConfirmIdentity();
  const [stay, { loading }] = useMutation(StaySignedInMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const isIdle = ending.endedBy === 'IDLE';

  // Nothing puts off the end of the hours but a new sign-in: whoever wants to finish a sentence first may.
  const [isAway, setIsAway] = useState(false);

  const goOn = async () => {
    setProblem(null);
    try {
      await stay();
      tellSessionGoesOn();
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };
  const signInAgain = async () => {
    setIsAway(true);
    if (!(await confirmIdentity())) setIsAway(false);
  };
  const press = () => void (isIdle ? goOn() : signInAgain());

  return (
    <Dialog
      opened={!isAway}
      onClose={() => (isIdle ? void goOn() : setIsAway(true))}
      title={isIdle ? 'Are you still there?' : 'Your session ends soon'}
      description={
        isIdle
          ? `Nobody used the hub here for a while, so it signs you out in ${timeLeftWords(secondsLeft)}.`
          : `For safety everybody signs in again from time to time. This session ends in ${timeLeftWords(secondsLeft)}.`
      }
      footer={
        <>
          <Button onClick={onSignOut}>Sign out</Button>
          <Button variant="primary" busy={loading} onClick={press}>
            {isIdle ? 'Stay signed in' : 'Sign in again'}
          </Button>
        </>
      }
    >
      <p>What you typed is kept on this computer, and is there again when you sign in.</p>
      {problem && <ErrorState title="The hub did not hear you." body={problem} />}
      <LiveRegion>{spokenTime(secondsLeft)}</LiveRegion>
    </Dialog>
  );
};
