import { graphql } from '@sos/platform-contract';

export const SetUpOfferQuery = graphql(`
  query SetUpOffer($token: String!) {
    setUpOffer(token: $token) {
      isEmpty
      starterName
      agencies {
        key
        name
      }
    }
  }
`);

export const SetUpHubMutation = graphql(`
  mutation SetUpHub($input: SetUpHubInput!) {
    setUpHub(input: $input) {
      ... on SetUpHubSuccess {
        fullName
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
