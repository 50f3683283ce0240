import { useMutation } from '@apollo/client/react';
import { type BoardItemFragment as BoardItem, graphql } from '@sos/platform-contract';
import { useToast, type WorkStatus, workStatusLooks } from '@sos/platform-ui';
import { createIntent, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { refreshItems } from '../update/refreshItems';

export const MoveItemMutation = graphql(`
  mutation MoveItem($input: MoveActionItemInput!) {
    moveActionItem(input: $input) {
      ... on PostUpdateSuccess {
        actionItem {
          id
          status
          version
        }
      }
      ... on StaleActionItemRefusal {
        message
        current {
          id
          title
          status
          version
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

type Moving = Pick<BoardItem, 'id' | 'status' | 'version' | 'title'>;

/** Moves an item to another status, as if it were done already; Undo moves it back, which is an update too. */
export const useMoveItem = () => {
  const [mutate, { client }] = useMutation(MoveItemMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const [movedId, setMovedId] = useState<string | null>(null);
  const toast = useToast();

  const move = async (item: Moving, status: WorkStatus, isUndo = false): Promise<void> => {
    setProblem(null);
    if (!isUndo) setMovedId(item.id);
    try {
      const { data } = await mutate({
        variables: { input: { actionItemId: item.id, expectedVersion: item.version, status } },
        context: createIntent().context,
        optimisticResponse: {
          __typename: 'Mutation',
          moveActionItem: {
            __typename: 'PostUpdateSuccess',
            actionItem: { __typename: 'ActionItem', id: item.id, status, version: item.version },
          },
        },
      });
      const outcome = data && readResult(data.moveActionItem, 'PostUpdateSuccess');
      if (outcome?.succeeded) {
        const { version } = outcome.value.actionItem;
        const before = item.status;
        toast({
          message: `Moved to ${workStatusLooks[status].word}`,
          undo: isUndo ? undefined : () => void move({ ...item, status, version }, before, true),
        });
        await refreshItems(client);
      } else if (outcome?.refusal.__typename === 'StaleActionItemRefusal') {
        const { current } = outcome.refusal;
        setProblem(
          `“${current.title}” was changed meanwhile and is ${workStatusLooks[current.status].word} now. Move it again if that is still right.`,
        );
        await refreshItems(client);
      } else setProblem(outcome?.message ?? null);
    } catch (error) {
      setProblem(`“${item.title}” was not moved. ${readFailure(error).message}`);
    }
  };
  return { move, problem, movedId };
};
