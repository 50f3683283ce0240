import { defineSlot } from '@sos/platform-web';

/** Below the e-mail field of the sign-in page: a passkey, agencies' own identity providers. */
export const otherWaysIn = defineSlot<{ returnPath: string; email: string }>('other ways to sign in');
/** In the dialog that asks who one is: a passkey instead of a code. */
export const otherWaysToConfirm = defineSlot<{ onConfirmed: () => void }>('other ways to confirm who one is');
/** Sections of one's own profile. */
export const profilePasskeys = defineSlot('passkeys of the profile');
export const profileTokens = defineSlot('access tokens of the profile');
