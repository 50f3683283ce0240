import { type CatalogImportQuery, graphql } from '@sos/platform-contract';

export const FeedsQuery = graphql(`
  query CatalogFeeds {
    catalogFeeds {
      key
      title
      location
      isCurated
      dataSourceCount
      withdrawnCount
      limits {
        megabytes
        seconds
        areUsual
        version
      }
      latestImport {
        id
        state
        dryRun
        startedAt
        finishedAt
        failure
      }
    }
  }
`);

export const StartImportMutation = graphql(`
  mutation StartCatalogImport($input: StartCatalogImportInput!) {
    startCatalogImport(input: $input) {
      ... on StartCatalogImportSuccess {
        catalogImport {
          id
          state
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
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

export const LimitFeedMutation = graphql(`
  mutation LimitCatalogFeed($input: LimitCatalogFeedInput!) {
    limitCatalogFeed(input: $input) {
      ... on LimitCatalogFeedSuccess {
        feed {
          key
          limits {
            megabytes
            seconds
            areUsual
            version
          }
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
      ... on StaleFeedLimitsRefusal {
        current {
          megabytes
          seconds
          areUsual
          version
        }
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

export const ImportQuery = graphql(`
  query CatalogImport($id: ID!, $problems: Int!) {
    catalogImport(id: $id) {
      id
      feedKey
      location
      dryRun
      state
      startedAt
      finishedAt
      startedBy {
        id
        fullName
      }
      processed
      total
      added
      changed
      unchanged
      removed
      rejected
      withProblems
      failure
      problemCount
      problems(first: $problems) {
        identifier
        path
        message
      }
    }
  }
`);

/** One run of an import, as the page follows it. */
export type Run = NonNullable<CatalogImportQuery['catalogImport']>;
