/** What each problem of the server's `identity-provider.rules.ts` means to the person, and what to do. */
const words: Record<string, string> = {
  cancelled: 'You went back before your agency’s sign-in was done. Try again, or ask for a link by mail.',
  expired: 'The sign-in took too long, was opened twice, or came back to another browser. Try again from here.',
  unavailable: 'Signing in with this agency is switched off at the moment. Ask for a link by mail.',
  refused: 'Your agency’s sign-in did not go through. Try again; if it stays, tell the hub’s administrator.',
  'not-trusted':
    'What your agency’s sign-in answered could not be checked. Nobody was signed in. Tell the hub’s administrator.',
  'no-address':
    'Your agency’s sign-in did not tell your mail address. Ask your agency’s identity team to send the claim “email”.',
  'unverified-address':
    'Your agency’s sign-in did not say that your mail address is verified. Sign in by mail, then link the account in your profile.',
  'foreign-domain':
    'The mail address of this account is not one of this agency’s. Sign in with your own agency, or ask for a link by mail.',
  'unknown-person':
    'Nobody in the hub has the mail address of this account. Ask the workgroup’s staff for an invitation.',
  'other-agency': 'This account is of another agency than yours in the hub. Sign in by mail, or ask an administrator.',
  'other-account':
    'Another account of your agency is linked to you already. Sign in with that one, or by mail and unlink it in your profile.',
  'linked-elsewhere':
    'This account is linked to somebody else in the hub. Use your own account, or ask an administrator.',
  'signed-out': 'You were signed out meanwhile. Sign in, then link the account again.',
};

/** Null for no problem, or one that the address made up. */
export const providerProblemWords = (problem: string | null): string | null =>
  problem !== null && Object.hasOwn(words, problem) ? words[problem]! : null;
