import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { readResult, repeatable } from '@sos/platform-web';
import { failureWords } from '../failureWords';

export const LinkSourceMutation = graphql(`
  mutation LinkDataSource($actionItemId: ID!, $dataSourceId: ID!) {
    linkDataSource(actionItemId: $actionItemId, dataSourceId: $dataSourceId) {
      ...LinkOutcome @unmask
    }
  }
`);

export const UnlinkSourceMutation = graphql(`
  mutation UnlinkDataSource($actionItemId: ID!, $dataSourceId: ID!) {
    unlinkDataSource(actionItemId: $actionItemId, dataSourceId: $dataSourceId) {
      ...LinkOutcome @unmask
    }
  }
`);

export const LinkOutcomeParts = graphql(`
  fragment LinkOutcome on LinkDataSourceResult {
    ... on LinkDataSourceSuccess {
      actionItem {
        id
        dataSources {
          id
          slug
          title
          acronym
          accessLevel
          lag
        }
      }
      dataSource {
        id
        usedBy {
          id
        }
      }
    }
    ... on Refusal {
      message
    }
    ... on NotAllowedRefusal {
      whoCan
    }
  }
`);

type Source = { id: string; title: string };

/** Linking and unlinking undo each other. */
export const useLinkSource = (actionItemId: string) => {
  const toast = useToast();
  const [mutateLink] = useMutation(LinkSourceMutation, { context: repeatable });
  const [mutateUnlink] = useMutation(UnlinkSourceMutation, { context: repeatable });

  /** Null when it is done, else what to say. */
  const link = async (source: Source): Promise<string | null> => {
    try {
      const { data } = await mutateLink({ variables: { actionItemId, dataSourceId: source.id } });
      if (!data) return 'The hub gave no answer. Try again.';
      const outcome = readResult(data.linkDataSource, 'LinkDataSourceSuccess');
      if (!outcome.succeeded) return outcome.message;
      toast({ message: 'Source linked', undo: () => void unlink(source) });
      return null;
    } catch (error) {
      return failureWords(error);
    }
  };
  const relink = async (source: Source) => {
    const refused = await link(source);
    if (refused) toast({ message: refused });
  };
  const unlink = async (source: Source): Promise<void> => {
    try {
      const { data } = await mutateUnlink({ variables: { actionItemId, dataSourceId: source.id } });
      if (!data) return;
      const outcome = readResult(data.unlinkDataSource, 'LinkDataSourceSuccess');
      if (outcome.succeeded) toast({ message: 'Source unlinked', undo: () => void relink(source) });
      else toast({ message: outcome.message });
    } catch (error) {
      toast({ message: failureWords(error) });
    }
  };
  return { link, unlink };
};
