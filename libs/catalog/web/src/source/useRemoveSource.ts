import { useMutation } from '@apollo/client/react';
import { useRemovedToast } from '@sos/activity-web';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { readResult, useIntent } from '@sos/platform-web';
import { useNavigate } from 'react-router';
import { failureWords } from '../failureWords';

export const RemoveSourceMutation = graphql(`
  mutation RemoveSource($input: RemoveDataSourceInput!) {
    removeDataSource(input: $input) {
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

/** Removes a source of the curated catalog, goes back to the catalog, and offers the way back. */
export const useRemoveSource = ({ id, name }: { id: string; name: string }) => {
  const [mutate, { loading }] = useMutation(RemoveSourceMutation);
  const intent = useIntent();
  const toast = useToast();
  const announce = useRemovedToast();
  const navigate = useNavigate();
  const remove = async () => {
    if (loading) return;
    try {
      const { data } = await mutate({ variables: { input: { dataSourceId: id } }, context: intent.context });
      const outcome = data && readResult(data.removeDataSource, 'RemoveSuccess');
      if (!outcome?.succeeded) return toast({ message: outcome?.message ?? 'Try again.' });
      intent.renew();
      await navigate('/data');
      await announce(outcome.value.removed.id, name);
    } catch (error) {
      toast({ message: failureWords(error) });
    }
  };
  return { remove, isRemoving: loading };
};
