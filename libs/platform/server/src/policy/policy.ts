import { Extensions } from '@nestjs/graphql';

/**
 * The policies of the hub, by the names that the permission table uses. `public` and `signed in` are decided
 * here, as are `staff` and `administrator`; the others depend on a row, and the domain's `*.policy.ts` decides
 * them, for one row and as a query predicate.
 */
export const policyNames = [
  'public',
  'signed in',
  "own agency's items",
  'own sub-group',
  'chair of',
  'data steward of',
  'staff',
  'administrator',
] as const;
export type PolicyName = (typeof policyNames)[number];

/**
 * Names who may read a field or run an operation: any one of the policies is enough. On a class it holds for
 * every field that names none itself. The server refuses to start while a field has no policy.
 */
export function Policy(...names: [PolicyName, ...PolicyName[]]): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ policies: names }) as ClassDecorator & MethodDecorator & PropertyDecorator;
}
