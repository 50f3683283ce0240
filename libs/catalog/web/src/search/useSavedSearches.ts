import { useMutation } from '@apollo/client/react';
import { useRemovedToast } from '@sos/activity-web';
import { graphql, type SavedSearchesQuery as SavedSearchesData } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { createIntent, readResult, repeatable } from '@sos/platform-web';
import { failureWords } from '../failureWords';

export const SavedSearchesQuery = graphql(`
  query SavedSearches {
    savedViews(page: DATA) {
      id
      name
      queryString
    }
  }
`);

export const SaveSearchMutation = graphql(`
  mutation SaveSearch($input: SaveViewInput!) {
    saveView(input: $input) {
      ... on SaveViewSuccess {
        savedView {
          id
          name
          queryString
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

export const DeleteSavedSearchMutation = graphql(`
  mutation DeleteSavedSearch($id: ID!) {
    deleteSavedView(id: $id) {
      ... on DeleteSavedViewSuccess {
        deletedId
        removed {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export type SavedSearch = SavedSearchesData['savedViews'][number];
type NewSearch = Pick<SavedSearch, 'name' | 'queryString'>;

/** Saving and deleting undo each other. */
export const useSavedSearches = () => {
  const toast = useToast();
  const announce = useRemovedToast();
  const refetchQueries = [SavedSearchesQuery];
  const [mutateSave] = useMutation(SaveSearchMutation, { refetchQueries });
  const [mutateDelete] = useMutation(DeleteSavedSearchMutation, { refetchQueries, context: repeatable });

  /** Null when it is saved, else what to say at the field. */
  const save = async ({ name, queryString }: NewSearch): Promise<string | null> => {
    try {
      const { data } = await mutateSave({
        variables: { input: { page: 'DATA', name, queryString } },
        context: createIntent().context,
      });
      if (!data) return 'The hub gave no answer. Try again.';
      const outcome = readResult(data.saveView, 'SaveViewSuccess');
      if (!outcome.succeeded) return outcome.fields['name'] ?? outcome.message;
      const { savedView } = outcome.value;
      toast({ message: 'Search saved', undo: () => void remove(savedView) });
      return null;
    } catch (error) {
      return failureWords(error);
    }
  };

  const remove = async (search: SavedSearch): Promise<void> => {
    try {
      const { data } = await mutateDelete({ variables: { id: search.id } });
      const deleted = data && readResult(data.deleteSavedView, 'DeleteSavedViewSuccess');
      if (deleted?.succeeded) await announce(deleted.value.removed.id, `the search ${search.name}`, 'Deleted');
      else toast({ message: deleted?.message ?? 'The hub gave no answer. Try again.' });
    } catch (error) {
      toast({ message: failureWords(error) });
    }
  };
  return { save, remove };
};
