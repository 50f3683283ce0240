import { graphql } from '@sos/platform-contract';

export const HealthDeclarationParts = graphql(`
  fragment HealthDeclarationParts on HealthDeclaration {
    id
    health
    reason
    declaredAt
    lapsesOn
    hasLapsed
    declaredBy {
      id
      fullName
    }
  }
`);

export const GoalHealthParts = graphql(`
  fragment GoalHealthParts on Goal {
    id
    number
    statement
    viewerMayDeclareHealth
    declaredHealth {
      ...HealthDeclarationParts @unmask
    }
    computedHealth {
      health
      explanation
    }
    reporting {
      reported
      total
      silent
      windowDays
    }
    openHelpRequestCount
    overdueCount
    blockedCount
    lastUpdateOn
  }
`);

export const ObjectiveHealthParts = graphql(`
  fragment ObjectiveHealthParts on Objective {
    id
    key
    statement
    viewerMayDeclareHealth
    declaredHealth {
      ...HealthDeclarationParts @unmask
    }
    computedHealth {
      health
      explanation
    }
    reporting {
      reported
      total
      silent
      windowDays
    }
    openHelpRequestCount
    lastUpdateOn
  }
`);
