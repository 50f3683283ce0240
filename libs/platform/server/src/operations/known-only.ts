import { GraphQLError } from 'graphql';
import type { HubContext } from '../graphql/context';
import type { KnownOperations } from './known-operations';

/** Said by the explorer's page: whoever is signed in may try an operation of their own there. */
export const explorerHeader = 'sos-explorer';

/**
 * In production, operations that are not the web app's own are for programs with a token and for the explorer of
 * somebody who is signed in. So a stolen page can ask nothing that our pages do not ask.
 * @throws GraphQLError (AD_HOC_OPERATION, HTTP 403)
 */
export function refuseUnknown(known: KnownOperations, query: string | undefined, context: HubContext): void {
  if (known.mayAsk(query) || mayAskAnything(context)) return;
  throw new GraphQLError(
    'This page is of an earlier version of the hub. Reload it; what you wrote is kept. Programs need an access token.',
    { extensions: { code: 'AD_HOC_OPERATION', http: { status: 403 } } },
  );
}

const mayAskAnything = ({ access, viewer, request }: HubContext): boolean =>
  access !== null || (viewer !== null && request.headers[explorerHeader] !== undefined);
