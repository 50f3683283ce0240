import { graphql } from '@sos/platform-contract';

export const InvitationParts = graphql(`
  fragment InvitationParts on Invitation {
    id
    email
    fullName
    state
    seatRole
    roles
    endsOn
    invitedAt
    expiresAt
    mailedAt
    agency {
      id
      shortName
    }
    subGroup {
      id
      name
    }
    invitedBy {
      id
      fullName
    }
  }
`);

export const InvitationsQuery = graphql(`
  query Invitations($state: InvitationState) {
    invitations(state: $state, first: 200) {
      totalCount
      edges {
        cursor
        node {
          ...InvitationParts @unmask
        }
      }
    }
  }
`);

/** The bodies that one may be invited to, with their vacant seats. */
export const InviteChoicesQuery = graphql(`
  query InviteChoices {
    agencies(first: 200) {
      edges {
        cursor
        node {
          id
          name
          abbreviation
        }
      }
    }
    workgroup {
      id
      name
      subGroups {
        id
        slug
        name
        viewerMayFillSeats
        seats {
          id
          role
          agency {
            id
          }
          person {
            id
          }
        }
      }
    }
  }
`);

export const InvitePersonMutation = graphql(`
  mutation InvitePerson($input: InvitePersonInput!) {
    invitePerson(input: $input) {
      ... on InvitationSuccess {
        invitation {
          id
          email
        }
      }
      ... on MembershipAdded {
        person {
          id
          fullName
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
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

export const RevokeInvitationMutation = graphql(`
  mutation RevokeInvitation($input: InvitationInput!) {
    revokeInvitation(input: $input) {
      ... on InvitationSuccess {
        invitation {
          ...InvitationParts @unmask
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ResendInvitationMutation = graphql(`
  mutation ResendInvitation($input: InvitationInput!) {
    resendInvitation(input: $input) {
      ... on InvitationSuccess {
        invitation {
          ...InvitationParts @unmask
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
