import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useEnter } from './useEnter';

export const SignInMutation = graphql(`
  mutation SignInAsDemonstrationPerson($personId: ID!) {
    signInAsDemonstrationPerson(personId: $personId) {
      ... on SignInSuccess {
        viewer {
          affiliation
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
    }
  }
`);

type Problem = { message: string; reference: string | null };

/** Signs in as a person of the demonstration; `busyWith` is the person being signed in. */
export const useSignInAs = () => {
  const enter = useEnter();
  const [mutate] = useMutation(SignInMutation);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const signInAs = async (personId: string) => {
    setBusyWith(personId);
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { personId } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.signInAsDemonstrationPerson, 'SignInSuccess');
      if (outcome.succeeded) await enter();
      else setProblem({ message: outcome.message, reference: null });
    } catch (error) {
      setProblem(readFailure(error));
    }
    setBusyWith(null);
  };
  return { signInAs: (personId: string) => void signInAs(personId), busyWith, problem };
};
