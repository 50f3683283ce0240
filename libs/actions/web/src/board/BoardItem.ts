import { graphql } from '@sos/platform-contract';

/** What a card shows. Moving writes into it, so the board reads it whole and not behind a mask. */
export const BoardItemFragment = graphql(`
  fragment BoardItem on ActionItem {
    id
    reference
    title
    status
    version
    dueOn
    viewerMayPost
    isRestricted
    subGroups {
      id
      name
    }
    assignees {
      id
      fullName
    }
    openHelpRequests {
      id
      agency {
        id
        shortName
      }
    }
  }
`);
