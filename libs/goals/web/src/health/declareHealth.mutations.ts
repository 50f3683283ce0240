import { graphql } from '@sos/platform-contract';

export const DeclareHealthOutcome = graphql(`
  fragment DeclareHealthOutcome on DeclareHealthResult {
    ... on DeclareHealthSuccess {
      declaration {
        id
      }
      goal {
        id
        version
        declaredHealth {
          ...HealthDeclarationParts @unmask
        }
        declarations(first: 20) {
          ...HealthDeclarationParts @unmask
        }
      }
      objective {
        id
        version
        declaredHealth {
          ...HealthDeclarationParts @unmask
        }
        declarations(first: 20) {
          ...HealthDeclarationParts @unmask
        }
      }
    }
    ... on StaleDeclarationRefusal {
      message
      current {
        ...HealthDeclarationParts @unmask
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
`);

export const DeclareGoalHealthMutation = graphql(`
  mutation DeclareGoalHealth($input: DeclareGoalHealthInput!) {
    declareGoalHealth(input: $input) {
      ...DeclareHealthOutcome @unmask
    }
  }
`);

export const DeclareObjectiveHealthMutation = graphql(`
  mutation DeclareObjectiveHealth($input: DeclareObjectiveHealthInput!) {
    declareObjectiveHealth(input: $input) {
      ...DeclareHealthOutcome @unmask
    }
  }
`);
