import { useMutation } from '@apollo/client/react';
import { useRemovedToast } from '@sos/activity-web';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { readFailure, readResult, useIntent } from '@sos/platform-web';
import { useNavigate } from 'react-router';

export const RemoveItemMutation = graphql(`
  mutation RemoveItem($input: RemoveActionItemInput!) {
    removeActionItem(input: $input) {
      ... on RemoveSuccess {
        removed {
          id
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

/** Removes an item, goes to where it was listed, and offers the way back. */
export const useRemoveItem = ({ id, reference }: { id: string; reference: string }) => {
  const [mutate, { loading }] = useMutation(RemoveItemMutation);
  const intent = useIntent();
  const toast = useToast();
  const announce = useRemovedToast();
  const navigate = useNavigate();
  const remove = async () => {
    if (loading) return;
    try {
      const { data } = await mutate({ variables: { input: { actionItemId: id } }, context: intent.context });
      const outcome = data && readResult(data.removeActionItem, 'RemoveSuccess');
      if (!outcome?.succeeded) return toast({ message: outcome?.message ?? 'Try again.' });
      intent.renew();
      await navigate('/items');
      await announce(outcome.value.removed.id, reference);
    } catch (error) {
      toast({ message: `${reference} was not removed. ${readFailure(error).message}` });
    }
  };
  return { remove, isRemoving: loading };
};
