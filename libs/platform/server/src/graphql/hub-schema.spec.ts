import { describe, expect, test } from '@jest/globals';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString, graphql, type GraphQLFieldConfig } from 'graphql';
import type { PolicyName } from '../policy/policy';
import type { Viewer } from '../viewer';
import type { HubContext } from './context';
import { finishSchema } from './hub-schema';

const field = (policies?: PolicyName[]): GraphQLFieldConfig<unknown, HubContext> => ({
  type: GraphQLString,
  resolve: () => 'value',
  extensions: policies ? { policies } : {},
});
const schemaOf = (fields: Record<string, GraphQLFieldConfig<unknown, HubContext>>, extensions = {}) =>
  new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields, extensions }) });
const viewer = (roles: Partial<Viewer>) => ({ isStaff: false, isAdministrator: false, ...roles }) as Viewer;
const ask = async (policies: PolicyName[], who: Viewer | null) => {
  const schema = finishSchema(schemaOf({ secret: field(policies) }));
  const answer = await graphql({ schema, source: '{ secret }', contextValue: { viewer: who } as HubContext });
  return answer.data?.secret ?? answer.errors?.[0]?.extensions.code;
};

describe('the policy of a field', () => {
  test('must be named, or the server does not start', () => {
    expect(() => finishSchema(schemaOf({ open: field(['public']), forgotten: field() }))).toThrow('Query.forgotten');
  });
  test('may be named by the type', () => {
    expect(() => finishSchema(schemaOf({ plain: { type: GraphQLInt } }, { policies: ['public'] }))).not.toThrow();
  });
  test('public is for everyone', async () => expect(await ask(['public'], null)).toBe('value'));
  test('signed in needs a viewer', async () => {
    expect(await ask(['signed in'], null)).toBe('UNAUTHENTICATED');
    expect(await ask(['signed in'], viewer({}))).toBe('value');
  });
  test('staff and administrator are roles', async () => {
    expect(await ask(['staff', 'administrator'], viewer({}))).toBe('FORBIDDEN');
    expect(await ask(['staff', 'administrator'], viewer({ isAdministrator: true }))).toBe('value');
    expect(await ask(['staff'], viewer({ isAdministrator: true }))).toBe('FORBIDDEN');
  });
  test('beside a policy that depends on a row, the domain decides', async () => {
    expect(await ask(["own agency's items", 'staff'], viewer({}))).toBe('value');
    expect(await ask(["own agency's items", 'staff'], null)).toBe('UNAUTHENTICATED');
  });
});
