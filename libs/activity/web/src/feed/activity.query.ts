import { graphql } from '@sos/platform-contract';

export const ActivityFeedQuery = graphql(`
  query ActivityFeed($subjectId: ID, $subGroupSlug: String, $first: Int!, $after: String) {
    activity(subjectId: $subjectId, subGroupSlug: $subGroupSlug, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          occurredAt
          actorLabel
          action
          subjectType
          subjectLabel
          subjectPath
          detail
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);
