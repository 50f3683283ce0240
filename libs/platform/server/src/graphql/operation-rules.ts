import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { refuseUnknown } from '../operations/known-only';
import type { KnownOperations } from '../operations/known-operations';
import type { HubContext } from './context';
import { markError } from './errors';
import { refuseSubscription } from './no-subscriptions';

const done = Promise.resolve();

/**
 * What we add to Apollo Server's course of an operation. One plugin for all of it, whose answers are ready: Apollo waits
 * for every hook of every plugin, and waiting is a good part of what a small query costs.
 */
export function operationRules(known: KnownOperations): ApolloServerPlugin<HubContext> {
  const listener: GraphQLRequestListener<HubContext> = {
    didResolveOperation({ operation, request, contextValue }) {
      refuseSubscription(operation);
      refuseUnknown(known, request.query, contextValue);
      return done;
    },
    /** The person and the log name the same reference. */
    didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) markError(error, contextValue.requestId);
      return done;
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: () => listening };
}
