import {
  defaultFieldResolver,
  GraphQLError,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { PolicyName } from '../policy/policy';
import type { Viewer } from '../viewer';
import type { Connection } from './connection';
import type { HubContext } from './context';
import { encodeId } from './identifiers';

/**
 * The outer layer of the schema: ids leave in opaque form, and every field asks its policy.
 * @throws Error that lists the fields without a policy, which stops the start.
 */
export function finishSchema(schema: GraphQLSchema): GraphQLSchema {
  describeRoots(schema);
  const unmarked: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const policies = policiesOf(type, field.name);
      if (policies) {
        const resolve = resolverOf(type, field.name);
        field.resolve = guard(policies, type === schema.getMutationType() ? changing(resolve) : resolve);
        if (field.subscribe) field.subscribe = guard(policies, field.subscribe);
      } else unmarked.push(`${type.name}.${field.name}`);
    }
  }
  if (unmarked.length > 0) {
    throw new Error(
      `These fields name no policy, so the server does not start: ${unmarked.join(', ')}. Add @Policy(...).`,
    );
  }
  return schema;
}

/** The framework makes the root types itself and leaves them without a word. */
function describeRoots(schema: GraphQLSchema): void {
  const [query, mutation, subscription] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  if (query) query.description = 'What can be read.';
  if (mutation) mutation.description = 'What can be done. An expected refusal is a result, not an error.';
  if (subscription) subscription.description = 'What is told as it happens, over a WebSocket at the same address.';
}

/** The policies that a field names, itself or through its type. */
export function policiesOf(type: GraphQLObjectType, fieldName: string): readonly PolicyName[] | undefined {
  return (type.getFields()[fieldName]?.extensions.policies ?? type.extensions.policies) as
    readonly PolicyName[] | undefined;
}

type Resolve = GraphQLFieldResolver<unknown, HubContext>;

function resolverOf(type: GraphQLObjectType, fieldName: string): Resolve {
  const isNodeId = fieldName === 'id' && type.getInterfaces().some(({ name }) => name === 'Node');
  if (isNodeId) return (row) => encodeId(type.name, (row as { id: string }).id);
  // A connection may bring the way to count instead of the count, so that nobody counts what is not asked for.
  if (fieldName === 'totalCount' && type.name.endsWith('Connection')) {
    return (row) => {
      const { totalCount } = row as Pick<Connection<unknown>, 'totalCount'>;
      return typeof totalCount === 'function' ? totalCount() : totalCount;
    };
  }
  return type.getFields()[fieldName]!.resolve ?? defaultFieldResolver;
}

/** Row-dependent policies need a viewer here; which rows, the domain's service decides. */
function guard(policies: readonly PolicyName[], resolve: Resolve): Resolve {
  if (policies.includes('public')) return resolve;
  const roleOnly = policies.every((name) => name === 'staff' || name === 'administrator');
  return (row, args, context, info) => {
    const { viewer } = context;
    if (!viewer) throw new GraphQLError('Sign in to see this.', { extensions: { code: 'UNAUTHENTICATED' } });
    if (roleOnly && !policies.some((name) => holdsRole(viewer, name))) {
      throw new GraphQLError('Only the workgroup’s staff and administrators may do this.', {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    return resolve(row, args, context, info);
  };
}

/** A token that only reads changes nothing, whatever its person may do. */
const changing =
  (resolve: Resolve): Resolve =>
  (row, args, context, info) => {
    if (context.access && !context.access.mayWrite) {
      throw new GraphQLError('This access token only reads. Make one that may change things.', {
        extensions: { code: 'FORBIDDEN' },
      });
    }
    return resolve(row, args, context, info);
  };

function holdsRole(viewer: Viewer, name: PolicyName): boolean {
  return name === 'staff' ? viewer.isStaff : viewer.isAdministrator;
}
