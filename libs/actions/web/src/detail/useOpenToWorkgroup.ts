import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { refreshItems } from '../update/refreshItems';

export const OpenItemMutation = graphql(`
  mutation OpenItem($input: OpenToWorkgroupInput!) {
    openActionItemToWorkgroup(input: $input) {
      ... on EditActionItemSuccess {
        actionItem {
          id
          version
          isRestricted
          viewerMayOpenToWorkgroup
          subGroups {
            id
            name
          }
        }
      }
      ... on StaleActionItemRefusal {
        message
      }
      ... on NotAllowedRefusal {
        message
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

export const useOpenToWorkgroup = (onOpened: () => void) => {
  const [mutate, { loading, client }] = useMutation(OpenItemMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const toast = useToast();
  const open = async ({ id, version }: { id: string; version: number }) => {
    setProblem(null);
    try {
      const { data } = await mutate({ variables: { input: { actionItemId: id, expectedVersion: version } } });
      const outcome = data && readResult(data.openActionItemToWorkgroup, 'EditActionItemSuccess');
      if (outcome?.succeeded) {
        onOpened();
        toast({ message: 'Opened to the workgroup' });
      } else setProblem(outcome?.message ?? null);
      await refreshItems(client);
    } catch (error) {
      setProblem(readFailure(error).message);
    }
  };
  return { open, problem, isOpening: loading };
};
