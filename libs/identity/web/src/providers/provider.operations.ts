import { graphql } from '@sos/platform-contract';

export const SignInProvidersQuery = graphql(`
  query SignInProviders {
    signInProviders {
      key
      displayName
      mailDomains
    }
  }
`);

export const BeginProviderSignInMutation = graphql(`
  mutation BeginProviderSignIn($input: BeginProviderSignInInput!) {
    beginProviderSignIn(input: $input) {
      ... on ProviderSignInBegun {
        address
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MyIdentitiesQuery = graphql(`
  query MyIdentities {
    viewer {
      linkedIdentities {
        id
        providerName
        email
        linkedAt
        lastUsedAt
      }
      linkableProviders {
        key
        displayName
      }
    }
  }
`);

export const BeginProviderLinkMutation = graphql(`
  mutation BeginProviderLink($providerKey: String!) {
    beginProviderLink(providerKey: $providerKey) {
      ... on ProviderSignInBegun {
        address
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const UnlinkIdentityMutation = graphql(`
  mutation UnlinkIdentity($linkedIdentityId: ID!) {
    unlinkIdentity(linkedIdentityId: $linkedIdentityId) {
      ... on IdentityUnlinked {
        providerName
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RelinkIdentityMutation = graphql(`
  mutation RelinkIdentity($linkedIdentityId: ID!) {
    relinkIdentity(linkedIdentityId: $linkedIdentityId) {
      ... on IdentityRelinked {
        providerName
      }
      ... on Refusal {
        message
      }
    }
  }
`);
