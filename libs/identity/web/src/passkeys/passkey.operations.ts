import { graphql } from '@sos/platform-contract';

export const BeginPasskeySignInMutation = graphql(`
  mutation BeginPasskeySignIn {
    beginPasskeySignIn {
      options
    }
  }
`);

export const SignInWithPasskeyMutation = graphql(`
  mutation SignInWithPasskey($answer: WebAuthnJson!) {
    signInWithPasskey(answer: $answer) {
      ... on PasskeySignInSuccess {
        fullName
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const BeginPasskeyConfirmationMutation = graphql(`
  mutation BeginPasskeyConfirmation {
    beginPasskeyConfirmation {
      options
    }
  }
`);

export const ConfirmWithPasskeyMutation = graphql(`
  mutation ConfirmWithPasskey($answer: WebAuthnJson!) {
    confirmWithPasskey(answer: $answer) {
      ... on PasskeyConfirmationSuccess {
        fullName
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const MyPasskeysQuery = graphql(`
  query MyPasskeys {
    viewer {
      needsPasskey
      passkeys {
        id
        name
        isSynced
        createdAt
        lastUsedAt
      }
    }
  }
`);

export const BeginPasskeyMutation = graphql(`
  mutation BeginPasskey {
    beginPasskey {
      ... on PasskeyCreation {
        options
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const AddPasskeyMutation = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      ... on PasskeySuccess {
        passkey {
          id
          name
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RenamePasskeyMutation = graphql(`
  mutation RenamePasskey($input: RenamePasskeyInput!) {
    renamePasskey(input: $input) {
      ... on PasskeySuccess {
        passkey {
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

export const RemovePasskeyMutation = graphql(`
  mutation RemovePasskey($passkeyId: ID!) {
    removePasskey(passkeyId: $passkeyId) {
      ... on PasskeySuccess {
        passkey {
          id
          name
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const RestorePasskeyMutation = graphql(`
  mutation RestorePasskey($passkeyId: ID!) {
    restorePasskey(passkeyId: $passkeyId) {
      ... on PasskeySuccess {
        passkey {
          id
          name
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);
