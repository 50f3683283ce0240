import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { HubContext } from '../graphql/context';
import { unstorableTextRefusal } from '../graphql/text-guard';
import type { KnownOperations } from '../operations/known-operations';
import { liveLimits } from './live-limits';

/**
 * What a socket may run: subscriptions, and nothing else. Queries and changes go over HTTP, where limits, rates and the
 * door's other guards stand.
 */
export function liveOperation(
  schema: GraphQLSchema,
  known: KnownOperations,
  payload: SubscribePayload,
  contextValue: HubContext,
): ExecutionArgs | readonly GraphQLError[] {
  const refused = known.expand(payload) ?? unstorableTextRefusal(payload);
  if (refused) return [refusal(refused.message, refused.code)];
  if (!known.mayAsk(payload.query))
    return [refusal('This page is of an earlier version of the hub. Reload it.', 'AD_HOC_OPERATION')];
  const document = parsed(payload.query);
  if (document instanceof GraphQLError) return [document];
  const operation = getOperationAST(document, payload.operationName);
  if (operation?.operation !== 'subscription') {
    return [refusal('A socket takes subscriptions only. Send anything else as a POST.', 'BAD_REQUEST')];
  }
  const errors = validate(schema, document);
  if (errors.length > 0) return errors.map(({ message }) => refusal(message, 'GRAPHQL_VALIDATION_FAILED'));
  return {
    schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
    contextValue,
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: liveLimits.tokensOfDocument, noLocation: true });
  } catch (error) {
    return refusal((error as Error).message, 'GRAPHQL_PARSE_FAILED');
  }
}

const refusal = (message: string, code: string) => new GraphQLError(message, { extensions: { code } });
