import { useMutation } from '@apollo/client/react';
import { graphql, type HelpAnswer } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { readFailure, readResult, repeatable } from '@sos/platform-web';
import { useState } from 'react';
import { refreshItems } from '../update/refreshItems';

export const AnswerHelpMutation = graphql(`
  mutation AnswerHelp($input: AnswerHelpRequestInput!) {
    answerHelpRequest(input: $input) {
      ... on AnswerHelpRequestSuccess {
        helpRequest {
          id
          state
          answeredAt
          answeredBy {
            id
            fullName
          }
        }
      }
      ... on NotAllowedRefusal {
        message
        whoCan
      }
      ... on NotFoundRefusal {
        message
      }
      ... on InvalidInputRefusal {
        message
      }
    }
  }
`);

export const ReopenHelpMutation = graphql(`
  mutation ReopenHelp($input: ReopenHelpRequestInput!) {
    reopenHelpRequest(input: $input) {
      ... on AnswerHelpRequestSuccess {
        helpRequest {
          id
          state
          answeredAt
          answeredBy {
            id
            fullName
          }
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

const past: Record<HelpAnswer, string> = { ACCEPT: 'Help accepted', CLOSE: 'Request closed' };

/** Accepts or closes a request for help; the list it stands in is asked for again. What was closed can be reopened. */
export const useAnswerHelp = () => {
  const [mutate, { client }] = useMutation(AnswerHelpMutation);
  const [busyWith, setBusyWith] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ id: string; message: string } | null>(null);
  const toast = useToast();
  const [mutateBack] = useMutation(ReopenHelpMutation);
  const reopen = async (helpRequestId: string, onReopened: () => void) => {
    try {
      const { data } = await mutateBack({ variables: { input: { helpRequestId } }, context: repeatable });
      const outcome = data && readResult(data.reopenHelpRequest, 'AnswerHelpRequestSuccess');
      if (!outcome?.succeeded) return toast({ message: outcome?.fields['helpRequestId'] ?? outcome?.message ?? '' });
      toast({ message: 'Request reopened' });
      await refreshItems(client);
      // The message that had the focus is gone.
      if (document.activeElement === document.body) onReopened();
    } catch (error) {
      toast({ message: readFailure(error).message });
    }
  };
  const answer = async (helpRequestId: string, how: HelpAnswer, onAnswered: () => void) => {
    setBusyWith(helpRequestId);
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { input: { helpRequestId, answer: how } }, context: repeatable });
      const outcome = data && readResult(data.answerHelpRequest, 'AnswerHelpRequestSuccess');
      if (outcome?.succeeded) {
        toast({ message: past[how], undo: how === 'CLOSE' ? () => void reopen(helpRequestId, onAnswered) : undefined });
        onAnswered();
        await refreshItems(client);
      } else setProblem({ id: helpRequestId, message: outcome?.message ?? '' });
    } catch (error) {
      setProblem({ id: helpRequestId, message: readFailure(error).message });
    }
    setBusyWith(null);
  };
  return { answer, busyWith, problem };
};
