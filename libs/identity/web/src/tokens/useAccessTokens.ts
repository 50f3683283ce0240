import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { createIntent, type Failure, type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { useRef, useState } from 'react';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import { AccessTokensQuery, CreateAccessTokenMutation, RevokeAccessTokenMutation } from './tokens.operations';

export type NewToken = { name: string; mayWrite: boolean; days: number };
type Trouble = Pick<Failure, 'message' | 'reference'>;

/** Makes and revokes tokens. A secret that was made stands here until the person has put it away. */
export const useAccessTokens = () => {
  const [create, { loading, client }] = useMutation(CreateAccessTokenMutation);
  const [end] = useMutation(RevokeAccessTokenMutation);
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const intent = useRef(createIntent());
  const signInAgain = useSignInAgain();
  const toast = useToast();
  const readAgain = () => client.refetchQueries({ include: [AccessTokensQuery] });

  /** Answers whether there is a new token. */
  const make = async (input: NewToken): Promise<boolean> => {
    setProblems({});
    setTrouble(null);
    try {
      const result = await signInAgain(async () => {
        const { data } = await create({ variables: { input }, context: intent.current.context });
        if (!data) throw new Error('The hub gave no answer.');
        return data.createAccessToken;
      });
      const outcome = readResult(result, 'CreateAccessTokenSuccess');
      if (outcome.succeeded) {
        const { token, accessToken } = outcome.value;
        intent.current = createIntent();
        if (token) setMade({ name: accessToken.name, token });
        else setTrouble({ message: lostSecret, reference: null });
        await readAgain();
      } else {
        setProblems(outcome.fields);
        if (Object.keys(outcome.fields).length === 0) setTrouble({ message: outcome.message, reference: null });
      }
      return outcome.succeeded;
    } catch (error) {
      setTrouble(readFailure(error));
      return false;
    }
  };
  const revoke = async (id: string) => {
    setTrouble(null);
    try {
      const { data } = await end({ variables: { id } });
      const outcome = data && readResult(data.revokeAccessToken, 'RevokeAccessTokenSuccess');
      if (outcome?.succeeded) toast({ message: 'Token revoked' });
      else if (outcome) setTrouble({ message: outcome.message, reference: null });
      await readAgain();
    } catch (error) {
      setTrouble(readFailure(error));
    }
  };
  return { make, revoke, made, putAway: () => setMade(null), isMaking: loading, problems, trouble };
};

const lostSecret =
  'The token was made, but its answer was lost, and the hub does not know the secret any more. Revoke it and make another.';
