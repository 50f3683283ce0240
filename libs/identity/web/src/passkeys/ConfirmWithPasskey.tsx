import { useMutation, useQuery } from '@apollo/client/react';
import { Button, ErrorState } from '@sos/platform-ui';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { askPasskey, PasskeyTrouble, supportsPasskeys } from './askPasskey';
import { BeginPasskeyConfirmationMutation, ConfirmWithPasskeyMutation, MyPasskeysQuery } from './passkey.operations';

/** In the dialog that asks who one is; there for whoever has a passkey. */
export const ConfirmWithPasskey = ({ onConfirmed }: { onConfirmed: () => void }) => {
  const { data } = useQuery(MyPasskeysQuery);
  const [begin] = useMutation(BeginPasskeyConfirmationMutation);
  const [finish] = useMutation(ConfirmWithPasskeyMutation);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!data?.viewer?.passkeys.length || !supportsPasskeys()) return null;

  const confirm = async () => {
    setIsBusy(true);
    setProblem(null);
    try {
      const answer = await askPasskey((await begin()).data?.beginPasskeyConfirmation.options);
      const result = (await finish({ variables: { answer } })).data;
      if (!result) throw new Error('The hub gave no answer.');
      const outcome = readResult(result.confirmWithPasskey, 'PasskeyConfirmationSuccess');
      if (outcome.succeeded) return onConfirmed();
      setProblem(outcome.message);
    } catch (error) {
      setProblem(error instanceof PasskeyTrouble ? error.said : readFailure(error).message);
    }
    setIsBusy(false);
  };
  return (
    <>
      {problem && <ErrorState title="You are not confirmed." body={problem} />}
      <Button variant="primary" icon="key" busy={isBusy} onClick={() => void confirm()}>
        {isBusy ? 'Confirming' : 'Confirm with a passkey'}
      </Button>
    </>
  );
};
