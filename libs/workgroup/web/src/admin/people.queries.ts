import { graphql } from '@sos/platform-contract';

export const PeopleAdminQuery = graphql(`
  query PeopleAdmin($text: String, $agencyId: ID, $role: MemberRole, $state: PersonState, $after: String) {
    personRecords(text: $text, agencyId: $agencyId, role: $role, state: $state, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          state
          leftAt
          person {
            id
            fullName
            email
            jobTitle
            agency {
              id
              shortName
            }
          }
          roles {
            id
            role
            state
          }
          seats {
            id
            role
            state
            subGroup {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

export const AgencyChoicesQuery = graphql(`
  query AgencyChoices {
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
  }
`);

export const PersonAdminQuery = graphql(`
  query PersonAdmin($id: ID!) {
    personRecord(personId: $id) {
      id
      state
      leftAt
      undoUntil
      person {
        id
        fullName
        email
        jobTitle
        agency {
          id
          name
        }
      }
      roles {
        id
        role
        startsOn
        endsOn
        state
        version
        grantedAt
        agency {
          id
          shortName
        }
        grantedBy {
          id
          fullName
        }
      }
      seats {
        ...SeatParts @unmask
        state
        viewerMayFill
        subGroup {
          id
          name
        }
        workgroup {
          id
          name
        }
      }
      invitations {
        id
        state
        invitedAt
        seatRole
        subGroup {
          id
          name
        }
        roles
      }
    }
  }
`);

export const GrantRoleMutation = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      ... on RoleSuccess {
        roleGrant {
          id
          version
          endsOn
          state
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

export const EndRoleMutation = graphql(`
  mutation EndRole($input: EndRoleInput!) {
    endRole(input: $input) {
      ... on RoleSuccess {
        roleGrant {
          id
          version
          endsOn
          state
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
    }
  }
`);

export const ChangeRoleTermMutation = graphql(`
  mutation ChangeRoleTerm($input: ChangeRoleTermInput!) {
    changeRoleTerm(input: $input) {
      ... on RoleSuccess {
        roleGrant {
          id
          version
          endsOn
          state
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

export const DeactivatePersonMutation = graphql(`
  mutation DeactivatePerson($input: LeavingInput!) {
    deactivatePerson(input: $input) {
      ... on DeactivatePersonSuccess {
        undoUntil
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ReactivatePersonMutation = graphql(`
  mutation ReactivatePerson($input: LeavingInput!) {
    reactivatePerson(input: $input) {
      ... on ReactivatePersonSuccess {
        person {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ResetPasskeysMutation = graphql(`
  mutation ResetPasskeys($personId: ID!) {
    resetPasskeys(personId: $personId) {
      ... on PasskeyResetSuccess {
        count
      }
      ... on Refusal {
        message
      }
    }
  }
`);
