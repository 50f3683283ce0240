import { useApolloClient } from '@apollo/client/react';
import { useSignInAgain } from '@sos/identity-web';
import { useToast } from '@sos/platform-ui';
import { type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { useCallback, useState } from 'react';

type Result = { __typename: string };

/** Either the success itself, or why not, and what was wrong at which field. */
export type ActAnswer<Value> =
  | { value: Value; fields?: undefined; message?: undefined }
  | { value?: undefined; fields: FieldProblems; message: string };

/**
 * One act of administration: asks to confirm who one is where the hub wants it, says what has happened, offers to undo
 * it, and reads again what the page shows.
 */
export const useAct = () => {
  const client = useApolloClient();
  const signInAgain = useSignInAgain();
  const toast = useToast();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const act = useCallback(
    async <R extends Result, Success extends R['__typename']>(
      send: () => Promise<R | undefined>,
      success: Success,
      said?: (value: Extract<R, { __typename: Success }>) => { message: string; undo?: () => void },
    ): Promise<ActAnswer<Extract<R, { __typename: Success }>>> => {
      setTrouble(null);
      setIsBusy(true);
      try {
        const result = await signInAgain(async () => {
          const answer = await send();
          if (!answer) throw new Error('The hub gave no answer.');
          return answer;
        });
        const outcome = readResult(result, success);
        if (!outcome.succeeded) {
          setTrouble(outcome.message);
          return { fields: outcome.fields, message: outcome.message };
        }
        if (said) toast(said(outcome.value));
        // Done is done, whether or not the page can be read again just now.
        await client.refetchQueries({ include: 'active' }).catch(() => undefined);
        return { value: outcome.value };
      } catch (error) {
        const { message } = readFailure(error);
        setTrouble(message);
        return { fields: {}, message };
      } finally {
        setIsBusy(false);
      }
    },
    [client, signInAgain, toast],
  );
  /** What was in the way is being mended. */
  const forget = useCallback(() => setTrouble(null), []);
  return { act, isBusy, trouble, forget };
};
