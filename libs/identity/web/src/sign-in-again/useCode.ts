import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';

export const RequestCodeMutation = graphql(`
  mutation RequestConfirmationCode {
    requestConfirmationCode {
      ... on RequestCodeSuccess {
        email
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

export const ConfirmIdentityMutation = graphql(`
  mutation ConfirmIdentity($code: String!) {
    confirmIdentity(code: $code) {
      ... on ConfirmIdentitySuccess {
        session {
          secondsLeft
        }
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

/** A code by mail: ask for it, then answer with it. */
export const useCode = (onConfirmed: () => void) => {
  const [request, { loading: isSending }] = useMutation(RequestCodeMutation);
  const [confirm, { loading: isConfirming }] = useMutation(ConfirmIdentityMutation);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [codeProblem, setCodeProblem] = useState<string | null>(null);

  const send = async () => {
    setProblem(null);
    setCodeProblem(null);
    try {
      const { data } = await request();
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.requestConfirmationCode, 'RequestCodeSuccess');
      if (outcome.succeeded) setSentTo(outcome.value.email);
      else setProblem(outcome.message);
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };

  /** Answers whether it was the right one. */
  const answer = async (code: string): Promise<void> => {
    setProblem(null);
    if (!/\d/.test(code)) return setCodeProblem('Type the eight digits from the message.');
    setCodeProblem(null);
    try {
      const { data } = await confirm({ variables: { code } });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.confirmIdentity, 'ConfirmIdentitySuccess');
      if (outcome.succeeded) onConfirmed();
      else setCodeProblem(outcome.fields['code'] ?? outcome.message);
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };
  return { send, isSending, sentTo, answer, isConfirming, problem, codeProblem };
};
