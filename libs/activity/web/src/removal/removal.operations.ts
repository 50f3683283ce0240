import { graphql } from '@sos/platform-contract';

export const RemovedQuery = graphql(`
  query Removed($first: Int!, $after: String) {
    removed(first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          subjectType
          label
          path
          removedByLabel
          removedAt
          restorableUntil
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const RestoreMutation = graphql(`
  mutation Restore($input: RestoreInput!) {
    restore(input: $input) {
      ... on RestoreSuccess {
        subjectType
        subjectId
        label
        path
      }
      ... on Refusal {
        message
      }
      ... on InvalidInputRefusal {
        fields {
          path
          message
        }
      }
    }
  }
`);
