import { graphql } from '@sos/platform-contract';

export const ProfileQuery = graphql(`
  query Profile {
    viewer {
      affiliation
      person {
        id
        fullName
        jobTitle
        email
      }
      profile {
        language
        notificationEmail
        unconfirmedEmail
      }
    }
    mySessions {
      id
      device
      startedAt
      lastSeenAt
      isCurrent
    }
  }
`);

export const EditProfileMutation = graphql(`
  mutation EditProfile($input: EditProfileInput!) {
    editProfile(input: $input) {
      ... on ProfileSuccess {
        profile {
          language
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

export const RequestNotificationAddressMutation = graphql(`
  mutation RequestNotificationAddress($email: String!) {
    requestNotificationAddress(email: $email) {
      ... on ProfileSuccess {
        profile {
          unconfirmedEmail
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

export const RemoveNotificationAddressMutation = graphql(`
  mutation RemoveNotificationAddress {
    removeNotificationAddress {
      ... on ProfileSuccess {
        profile {
          notificationEmail
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ConfirmNotificationAddressMutation = graphql(`
  mutation ConfirmNotificationAddress($token: String!) {
    confirmNotificationAddress(token: $token) {
      ... on ConfirmAddressSuccess {
        email
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const EndMySessionMutation = graphql(`
  mutation EndMySession($id: ID!) {
    endMySession(id: $id) {
      ... on EndMySessionSuccess {
        sessions {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const SignOutEverywhereMutation = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ended
    }
  }
`);
