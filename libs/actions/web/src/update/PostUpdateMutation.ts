import { graphql } from '@sos/platform-contract';

export const PostUpdateMutation = graphql(`
  mutation PostUpdate($input: PostUpdateInput!) {
    postUpdate(input: $input) {
      ... on PostUpdateSuccess {
        actionItem {
          ...ItemState
        }
        update {
          id
        }
      }
      ... on StaleActionItemRefusal {
        message
        current {
          id
          version
          status
          latestUpdate {
            postedAt
            note
            author {
              id
              fullName
            }
          }
        }
      }
      ... on NotAllowedRefusal {
        message
        whoCan
      }
      ... on NotFoundRefusal {
        message
      }
      ... on InvalidInputRefusal {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

/** All of an item that an update can change, so that every place that shows it changes at once. */
export const ItemStateFragment = graphql(`
  fragment ItemState on ActionItem {
    id
    status
    version
    completedAt
    silentDays
    isOverdue
    latestUpdate {
      postedAt
      note
      author {
        id
        fullName
      }
    }
    openHelpRequests {
      id
      state
      agency {
        id
        shortName
      }
    }
  }
`);
