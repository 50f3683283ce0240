import { graphql } from '@sos/platform-contract';

export const AccessTokensQuery = graphql(`
  query AccessTokens {
    myAccessTokens {
      id
      name
      mayWrite
      createdAt
      expiresAt
      lastUsedAt
      isExpired
    }
  }
`);

export const CreateAccessTokenMutation = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      ... on CreateAccessTokenSuccess {
        token
        accessToken {
          id
          name
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

export const RevokeAccessTokenMutation = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) {
      ... on RevokeAccessTokenSuccess {
        accessTokens {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
