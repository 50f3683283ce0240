import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { Policy } from '../policy/policy';

@ObjectType({ description: 'Where a page of a list stands in the whole list.' })
@Policy('signed in')
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' }) hasNextPage: boolean;
  @Field({ description: 'Whether there is more before this page.' }) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row.' }) startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row: ask for more with `after`.' })
  endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
  /** A number, or the way to count when the field is asked for. */
  totalCount: number | (() => Promise<number>);
}

/** The edge and connection types of a node type, named after it. */
export function connectionOf<T>(nodeType: Type<T>, name: string, plural: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One row of a list of ${plural}.` })
  @Policy('signed in')
  class NodeEdge {
    @Field({ description: 'Stable place of the row in the list.' }) cursor: string;
    @Field(() => nodeType, { description: 'The row.' }) node: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${plural}.` })
  @Policy('signed in')
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The rows of this page.' }) edges: NodeEdge[];
    @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo: PageInfo;
    @Field(() => Int, { description: 'How many rows the whole list has.' }) totalCount: number;
  }
  return NodeConnection as unknown as Type<Connection<T>>;
}

/** A cursor holds the sort keys of its row, so that a list can go on even after the row was changed or removed. */
export function encodeCursor(keys: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** @throws GraphQLError (BAD_USER_INPUT) when the cursor is not one of this list. */
export function decodeCursor(cursor: string | null | undefined, length: number): unknown[] | null {
  if (!cursor) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isScalar = (key: unknown) => key === null || ['string', 'number', 'boolean'].includes(typeof key);
    if (Array.isArray(keys) && keys.length === length && keys.every(isScalar)) return keys;
  } catch {
    // falls through to the refusal
  }
  throw notOfThisList();
}

export const notOfThisList = (): GraphQLError =>
  new GraphQLError('The cursor is not one of this list. Start again without `after`.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });

/** @throws GraphQLError (BAD_USER_INPUT) outside of 0 to 200. */
export function pageSize(first: number | null | undefined, fallback: number): number {
  const size = first ?? fallback;
  if (size < 0 || size > 200) {
    throw new GraphQLError('`first` expects a number from 0 to 200.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return size;
}

/** Makes its cursor when it is asked for: most lists are read without. */
class LazyEdge<T> implements Edge<T> {
  constructor(
    readonly node: T,
    private readonly keysOf: (row: T) => readonly unknown[],
  ) {}

  get cursor(): string {
    return encodeCursor(this.keysOf(this.node));
  }
}

/** Makes the page from one row more than was asked for: the extra row only tells that there is a next page. */
export function toConnection<T>(
  rows: readonly T[],
  first: number,
  after: string | null | undefined,
  cursorKeys: (row: T) => readonly unknown[],
  totalCount: Connection<T>['totalCount'],
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => new LazyEdge(node, cursorKeys));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: Boolean(after),
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount,
  };
}
