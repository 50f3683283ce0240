import type { RefusedRequest } from '../http/refused-request';
import { unstorableTextPath } from '../text/plain-text';

const escapedNul = /\\u(0000|\{0+\})/;

/** Why text in the body of a GraphQL request could be held by no database column, with its place; null when all can. */
export function unstorableTextRefusal(body: unknown): RefusedRequest | null {
  const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
  const inVariables = unstorableTextPath(variables, 'variables');
  const inQuery = typeof query === 'string' && (unstorableTextPath(query) !== null || escapedNul.test(query));
  if (!inVariables && !inQuery) return null;
  const place = inVariables ?? 'the query text';
  return {
    status: 400,
    message: `The text at ${place} has a character that cannot be stored (NUL or half of a character pair). Remove it and send again.`,
    code: 'BAD_USER_INPUT',
  };
}
