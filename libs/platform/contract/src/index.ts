export { graphql } from './generated';
export type * from './generated/graphql';
