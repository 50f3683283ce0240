import { useMutation, useQuery } from '@apollo/client/react';
import { useRemovedToast } from '@sos/activity-web';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { createIntent, readFailure, readResult, repeatable } from '@sos/platform-web';

export const SavedViewsQuery = graphql(`
  query SavedItemViews {
    savedViews(page: ITEMS) {
      id
      name
      queryString
    }
  }
`);

export const SaveViewMutation = graphql(`
  mutation SaveItemView($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on SaveViewSuccess {
        savedView {
          id
          name
          queryString
        }
      }
      ... on InvalidInputRefusal {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

export const DeleteViewMutation = graphql(`
  mutation DeleteItemView($id: ID!) {
    deleteSavedView(id: $id) {
      ... on DeleteSavedViewSuccess {
        deletedId
        removed {
          id
        }
      }
      ... on NotFoundRefusal {
        message
      }
    }
  }
`);

export type SavedItemView = { id: string; name: string; queryString: string };

/** The person's own views of the list. */
export const useSavedViews = () => {
  const { data, refetch } = useQuery(SavedViewsQuery);
  const [saveView, { loading: isSaving }] = useMutation(SaveViewMutation);
  const [deleteView] = useMutation(DeleteViewMutation, { context: repeatable });
  const toast = useToast();
  const announce = useRemovedToast();

  /** Answers what is wrong with the name, or null. */
  const save = async (name: string, queryString: string): Promise<string | null> => {
    try {
      const { data: answer } = await saveView({
        variables: { input: { page: 'ITEMS', name, queryString } },
        context: createIntent().context,
      });
      const outcome = answer && readResult(answer.saveView, 'SaveViewSuccess');
      if (!outcome?.succeeded) return outcome ? (outcome.fields['name'] ?? outcome.message) : 'Try again.';
      await refetch();
      return null;
    } catch (error) {
      return readFailure(error).message;
    }
  };

  const remove = async (view: SavedItemView): Promise<void> => {
    try {
      const { data: answer } = await deleteView({ variables: { id: view.id } });
      const outcome = answer && readResult(answer.deleteSavedView, 'DeleteSavedViewSuccess');
      if (outcome?.succeeded) return await announce(outcome.value.removed.id, `the view ${view.name}`, 'Deleted');
      await refetch();
      toast({ message: outcome?.message ?? 'Try again.' });
    } catch (error) {
      toast({ message: readFailure(error).message });
    }
  };

  return { views: data?.savedViews ?? [], save, remove, isSaving };
};
