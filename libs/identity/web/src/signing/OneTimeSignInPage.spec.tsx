import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { OneTimeSignInPage } from './OneTimeSignInPage';
import { tokenInFragment } from './oneTimeToken';

const original = globalThis.fetch;
const answerWith = (status: number, body: object = {}) => {
  const fetch = jest.fn((_uri: unknown, _options?: RequestInit) =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) } as Response),
  );
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch;
};

const draw = () =>
  renderWithHub(<OneTimeSignInPage />, { path: '/sign-in/one-time', route: '/sign-in/one-time', viewer: null });

describe('the one-time address', () => {
  beforeEach(() => window.history.replaceState(null, '', '/sign-in/one-time#token=abc_123'));
  afterEach(() => {
    globalThis.fetch = original;
  });

  it('does nothing until the button is pressed, and leaves no token in the address', async () => {
    const fetch = answerWith(204);
    const { user, location } = draw();
    expect(fetch).not.toHaveBeenCalled();
    expect(window.location.hash).toBe('');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(location().pathname).toBe('/'));
    expect(fetch.mock.calls[0]?.[0]).toBe('/sign-in/one-time');
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{"token":"abc_123"}' });
  });

  it('says what the server says when it no longer works', async () => {
    answerWith(410, { message: 'This sign-in address was used or has expired.' });
    const { user, location } = draw();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect((await screen.findByRole('alert')).textContent).toContain('was used or has expired');
    expect(location().pathname).toBe('/sign-in/one-time');
  });

  it('offers nothing to press without a token', () => {
    window.history.replaceState(null, '', '/sign-in/one-time');
    draw();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('reads the token with and without its name', () => {
    expect(tokenInFragment('#token=abc')).toBe('abc');
    expect(tokenInFragment('#abc')).toBe('abc');
    expect(tokenInFragment('#token=')).toBeNull();
    expect(tokenInFragment('')).toBeNull();
  });
});
