import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { createIntent, readFailure, readResult } from '@sos/platform-web';
import { useCallback } from 'react';
import { forgetWhatWasListed } from './forgetWhatWasListed';
import { RestoreMutation } from './removal.operations';

/** Puts back what was removed and says so; answers whether it is back. */
export const useRestore = () => {
  const [mutate, { client }] = useMutation(RestoreMutation);
  const toast = useToast();
  return useCallback(
    async (removedId: string, name: string): Promise<boolean> => {
      try {
        const { data } = await mutate({ variables: { input: { removedId } }, context: createIntent().context });
        const outcome = data && readResult(data.restore, 'RestoreSuccess');
        toast({ message: outcome?.succeeded ? `Restored ${name}` : (outcome?.message ?? 'Try again.') });
        await forgetWhatWasListed(client);
        return outcome?.succeeded ?? false;
      } catch (error) {
        toast({ message: `${name} was not restored. ${readFailure(error).message}` });
        return false;
      }
    },
    [client, mutate, toast],
  );
};
