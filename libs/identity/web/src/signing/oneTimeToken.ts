/** `#token=...`, or the token alone. */
export const tokenInFragment = (fragment: string): string | null => {
  const text = fragment.replace(/^#/, '');
  return (text.startsWith('token=') ? new URLSearchParams(text).get('token') : text) || null;
};

export type TokenAnswer =
  | { kind: 'signed in' }
  /** The address is not enough for this person: their passkey is asked this besides. */
  | { kind: 'passkey'; request: object }
  | { kind: 'refused'; message: string };

const refused = (message: string): TokenAnswer => ({ kind: 'refused', message });

export const sendOneTimeToken = async (token: string): Promise<TokenAnswer> => {
  try {
    const response = await fetch('/sign-in/one-time', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.status === 204) return { kind: 'signed in' };
    const body = (await response.json().catch(() => ({}))) as { message?: unknown; passkeyRequest?: object };
    if (response.ok && body.passkeyRequest) return { kind: 'passkey', request: body.passkeyRequest };
    return refused(
      typeof body.message === 'string' ? body.message : 'The hub could not sign you in. Try again in a minute.',
    );
  } catch {
    return refused('The hub could not be reached. Check the network, then try again.');
  }
};
