import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { type Failure, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';

export const RequestSignInLinkMutation = graphql(`
  mutation RequestSignInLink($email: String!, $returnPath: String) {
    requestSignInLink(email: $email, returnPath: $returnPath) {
      ... on RequestSignInLinkSuccess {
        message
      }
      ... on Refusal {
        message
      }
      ... on InvalidInputRefusal {
        fields {
          path
          message
        }
      }
    }
  }
`);

export type SentLink = { email: string; message: string };

/** Asks for the link; answers what to say, or null when it was refused. */
export const useRequestSignInLink = (returnPath: string) => {
  const [mutate] = useMutation(RequestSignInLinkMutation);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const request = async (typed: string): Promise<SentLink | null> => {
    const email = typed.trim();
    setProblem(null);
    setFailure(null);
    setIsBusy(true);
    try {
      const { data } = await mutate({ variables: { email, returnPath } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.requestSignInLink, 'RequestSignInLinkSuccess');
      if (outcome.succeeded) return { email, message: outcome.value.message };
      setProblem(outcome.fields['email'] ?? outcome.message);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setIsBusy(false);
    }
    return null;
  };
  return { request, isBusy, problem, failure };
};
