import { graphql } from '@sos/platform-contract';

export const AuditTrailQuery = graphql(`
  query AuditTrail($filter: AuditFilter!, $first: Int!, $after: String) {
    auditTrail(filter: $filter, first: $first, after: $after) {
      totalCount
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
          before
          after
          isRestricted
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
