/** `#token=...`, or the token alone. */
export const tokenInFragment = (fragment: string): string | null => {
  const text = fragment.replace(/^#/, '');
  return (text.startsWith('token=') ? new URLSearchParams(text).get('token') : text) || null;
};

/** Answers null once the session has begun, else what to say. */
export const sendOneTimeToken = async (token: string): Promise<string | null> => {
  try {
    const response = await fetch('/sign-in/one-time', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) return null;
    const body = (await response.json().catch(() => ({}))) as { message?: unknown };
    return typeof body.message === 'string' ? body.message : 'The hub could not sign you in. Try again in a minute.';
  } catch {
    return 'The hub could not be reached. Check the network, then try again.';
  }
};
