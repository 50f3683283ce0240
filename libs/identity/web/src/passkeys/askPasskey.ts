import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser';

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** The person, or the browser, did not go through with it; the message says what to do. Null: nothing to say. */
export class PasskeyTrouble extends Error {
  constructor(readonly said: string | null) {
    super(said ?? 'The passkey was not asked to the end.');
  }
}

export const supportsPasskeys = browserSupportsWebAuthn;
/** Whether the browser offers passkeys in the list under a field. */
export const offersPasskeysInFields = browserSupportsWebAuthnAutofill;

/** Lets the person choose and unlock a passkey. */
export const askPasskey = (options: unknown): Promise<object> =>
  told(() => startAuthentication({ optionsJSON: options as RequestOptions }));

/** Waits until the person chooses a passkey in the list under the address field, perhaps for ever. */
export const awaitPasskeyInField = (options: unknown): Promise<object> =>
  told(() => startAuthentication({ optionsJSON: options as RequestOptions, useBrowserAutofill: true }));

export const stopAskingPasskey = (): void => WebAuthnAbortService.cancelCeremony();

/** Lets the person make a passkey. */
export const makePasskey = (options: unknown): Promise<object> =>
  told(() => startRegistration({ optionsJSON: options as CreationOptions }));

async function told(ask: () => Promise<object>): Promise<object> {
  try {
    return await ask();
  } catch (error) {
    throw new PasskeyTrouble(wordsFor(error));
  }
}

const wordsFor = (error: unknown): string | null => {
  const code = error instanceof WebAuthnError ? error.code : null;
  if (code === 'ERROR_CEREMONY_ABORTED') return null;
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') {
    return 'This device has a passkey for you already. Sign in with it, or add one on another device.';
  }
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') {
    return 'Passkeys work only at the hub’s own address. Open it there, then try again.';
  }
  if (code?.includes('USER_VERIFICATION') || code?.includes('RESIDENT_KEY')) {
    return 'This device cannot keep a passkey that asks for you. Use another one, such as your phone.';
  }
  // Browsers do not tell whether the person cancelled, waited too long or has no passkey.
  return 'No passkey was used. Try again, and unlock it when your device asks.';
};
