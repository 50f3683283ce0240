import { ApolloLink, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { answersLink } from './answers';
import { createCache } from './cache';
import { freshnessLink } from './freshness';
import { HubClient } from './HubClient';
import { intentLink, retryLostAnswers } from './lostAnswers';
import { knownOperationsLink } from './knownOperations';
import { readFailure } from './readFailure';

export type HubClientOptions = {
  /** Called when the server says that nobody is signed in (any more). */
  onSignedOut: () => void;
  uri?: string;
  /** Milliseconds before each further try of an act whose answer was lost. */
  pauses?: readonly number[];
  /** Whether the hub has the manifest of this build, so that hashes are enough. */
  knowsOperations?: boolean;
};

export const createHubClient = ({
  onSignedOut,
  uri = '/graphql',
  pauses,
  knowsOperations = false,
}: HubClientOptions) => {
  const sessionLink = new ErrorLink(({ error }) => {
    if (readFailure(error).kind === 'signedOut') onSignedOut();
  });
  const httpLink = new HttpLink({
    uri,
    credentials: 'same-origin',
    // No plain form can send this header, so the server can tell our requests from a foreign page's.
    headers: { 'apollo-require-preflight': '1' },
  });
  return new HubClient({
    cache: createCache(),
    link: ApolloLink.from([
      answersLink,
      sessionLink,
      intentLink,
      retryLostAnswers(pauses),
      freshnessLink,
      ...(knowsOperations ? [knownOperationsLink()] : []),
      httpLink,
    ]),
    dataMasking: true,
    clientAwareness: { name: 'sos-hub-web' },
  });
};
