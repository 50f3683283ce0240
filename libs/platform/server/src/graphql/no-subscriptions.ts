import { GraphQLError, type OperationDefinitionNode } from 'graphql';

/**
 * Subscriptions are for sockets (see live-door.ts): over HTTP there would be nobody to tell the next change.
 * @throws GraphQLError (BAD_REQUEST)
 */
export function refuseSubscription(operation: OperationDefinitionNode | null | undefined): void {
  if (operation?.operation !== 'subscription') return;
  throw new GraphQLError('A subscription needs a WebSocket, at this same address.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
  });
}
