import { useApolloClient } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { useCallback } from 'react';
import { forgetWhatWasListed } from './forgetWhatWasListed';
import { useRestore } from './useRestore';

/** Says "Removed PS-19" with the way back, and sees to it that no list shows it any more. */
export const useRemovedToast = () => {
  const client = useApolloClient();
  const toast = useToast();
  const restore = useRestore();
  return useCallback(
    async (removedId: string, name: string, verb: 'Removed' | 'Deleted' = 'Removed'): Promise<void> => {
      toast({ message: `${verb} ${name}`, undo: () => void restore(removedId, name) });
      await forgetWhatWasListed(client);
    },
    [client, restore, toast],
  );
};
