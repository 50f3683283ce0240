import { ApolloClient } from '@apollo/client';
import type { DocumentNode, FragmentDefinitionNode } from 'graphql';

/** Generated documents begin with the fragment they are named after; those it spreads follow. */
const ownFragmentName = ({ definitions }: DocumentNode): string | undefined =>
  definitions.find((definition): definition is FragmentDefinitionNode => definition.kind === 'FragmentDefinition')?.name
    .value;

/**
 * Apollo's client, which also knows which fragment a component means: `useSuspenseFragment({ fragment, from })` would
 * otherwise fail as soon as the fragment spreads another one, unless `fragmentName` repeats its name.
 */
export class HubClient extends ApolloClient {
  constructor(options: ApolloClient.Options) {
    super(options);
    const watch = this.watchFragment as (options: ApolloClient.WatchFragmentOptions) => unknown;
    this.watchFragment = ((watched: ApolloClient.WatchFragmentOptions) =>
      watch({
        ...watched,
        fragmentName: watched.fragmentName ?? ownFragmentName(watched.fragment as DocumentNode),
      })) as typeof this.watchFragment;
  }
}
