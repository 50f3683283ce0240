import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useLeave } from '../signing/useSignOut';
import { EndMySessionMutation, ProfileQuery, SignOutEverywhereMutation } from './profile.operations';

/** `busyWith` is the session that is being ended, or `all`. */
export const useEndSessions = () => {
  const [end] = useMutation(EndMySessionMutation, { refetchQueries: [ProfileQuery], awaitRefetchQueries: true });
  const [endEverywhere] = useMutation(SignOutEverywhereMutation);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = useLeave();
  const toast = useToast();

  const doing = async (what: string, act: () => Promise<void>) => {
    setBusyWith(what);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(readFailure(error).message);
    }
    setBusyWith(null);
  };
  const endOne = (id: string) =>
    doing(id, async () => {
      const { data } = await end({ variables: { id } });
      const outcome = data && readResult(data.endMySession, 'EndMySessionSuccess');
      // Gone already is as good: the list is read again either way.
      if (outcome) toast({ message: 'Signed out' });
    });
  const endAll = () =>
    doing('all', async () => {
      await endEverywhere();
      await leave();
    });
  return { endOne, endAll, busyWith, problem };
};
