import { graphql } from '@sos/platform-contract';

export const IdentityProvidersQuery = graphql(`
  query IdentityProviders {
    identityProviders {
      id
      key
      displayName
      issuer
      clientId
      hasClientSecret
      mailDomains
      verificationClaim
      enabled
      version
      linkedPeople
      redirectAddress
      agencies {
        id
        name
        abbreviation
      }
    }
    agencies(first: 200) {
      edges {
        node {
          id
          name
          abbreviation
        }
      }
    }
  }
`);

export const AddIdentityProviderMutation = graphql(`
  mutation AddIdentityProvider($input: AddIdentityProviderInput!) {
    addIdentityProvider(input: $input) {
      ... on IdentityProviderSuccess {
        identityProvider {
          id
          redirectAddress
        }
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

export const EditIdentityProviderMutation = graphql(`
  mutation EditIdentityProvider($input: EditIdentityProviderInput!) {
    editIdentityProvider(input: $input) {
      ... on IdentityProviderSuccess {
        identityProvider {
          id
          version
        }
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

export const SwitchIdentityProviderMutation = graphql(`
  mutation SwitchIdentityProvider($input: SwitchIdentityProviderInput!) {
    switchIdentityProvider(input: $input) {
      ... on IdentityProviderSuccess {
        identityProvider {
          id
          version
          enabled
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const TestIdentityProviderMutation = graphql(`
  mutation TestIdentityProvider($identityProviderId: ID!) {
    testIdentityProvider(identityProviderId: $identityProviderId) {
      ... on ConnectionTested {
        checks {
          name
          outcome
          message
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
