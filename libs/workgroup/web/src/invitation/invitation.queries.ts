import { graphql } from '@sos/platform-contract';

export const OfferedMembershipQuery = graphql(`
  query OfferedMembership($token: String!) {
    offeredMembership(token: $token) {
      email
      fullName
      agencyName
      bodyName
      seatRole
      roles
      endsOn
      invitedByName
      expiresAt
      isKnown
    }
  }
`);

export const AcceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      ... on AcceptInvitationSuccess {
        isSignedIn
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
