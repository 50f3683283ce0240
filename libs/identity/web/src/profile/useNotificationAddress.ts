import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { type Failure, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useSignInAgain } from '../sign-in-again/signInAgain';
import {
  ProfileQuery,
  RemoveNotificationAddressMutation,
  RequestNotificationAddressMutation,
} from './profile.operations';

type Trouble = Pick<Failure, 'message' | 'reference'>;

export const useNotificationAddress = () => {
  const [mutate, { loading, client }] = useMutation(RequestNotificationAddressMutation);
  const [removeAddress] = useMutation(RemoveNotificationAddressMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const signInAgain = useSignInAgain();
  const toast = useToast();

  const readAgain = () => void client.refetchQueries({ include: [ProfileQuery] });

  /** Answers whether the link was sent. */
  const request = async (email: string): Promise<boolean> => {
    setProblem(null);
    setTrouble(null);
    try {
      const result = await signInAgain(async () => {
        const { data } = await mutate({ variables: { email } });
        if (!data) throw new Error('The hub gave no answer.');
        return data.requestNotificationAddress;
      });
      const outcome = readResult(result, 'ProfileSuccess');
      if (outcome.succeeded) {
        readAgain();
        toast({ message: 'Link sent' });
      } else if (outcome.fields['email']) setProblem(outcome.fields['email']);
      else setTrouble({ message: outcome.message, reference: null });
      return outcome.succeeded;
    } catch (error) {
      setTrouble(readFailure(error));
      return false;
    }
  };
  const remove = async () => {
    setTrouble(null);
    try {
      await removeAddress();
      readAgain();
      toast({ message: 'Notifications go to the address at work' });
    } catch (error) {
      setTrouble(readFailure(error));
    }
  };
  return { request, remove, isBusy: loading, problem, trouble };
};
