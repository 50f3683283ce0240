import { graphql } from '@sos/platform-contract';

export const EditableItemFragmentDocument = graphql(`
  fragment EditableItem on ActionItem {
    id
    version
    title
    description
    priority
    startOn
    dueOn
    nextStep
    tags
    isRestricted
    goal {
      id
    }
    objective {
      id
    }
    focusItem {
      id
    }
    subGroup {
      id
    }
    leadAgency {
      id
    }
    supportingAgencies {
      id
    }
    assignees {
      id
    }
  }
`);
