import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { describe, expect, it } from '@jest/globals';
import { readFailure } from './readFailure';

const graphQLError = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'Refused', extensions }] });

const serverError = (status: number, bodyText: string, headers: Record<string, string> = {}) =>
  new ServerError('Refused', {
    response: { status, headers: new Headers({ 'x-request-id': 'R-1', ...headers }) } as Response,
    bodyText,
  });

describe('reading a failure', () => {
  it('tells the codes apart and keeps the reference', () => {
    expect(readFailure(graphQLError({ code: 'UNAUTHENTICATED' })).kind).toBe('signedOut');
    expect(readFailure(graphQLError({ code: 'FORBIDDEN' })).kind).toBe('notAllowed');
    expect(readFailure(graphQLError({ code: 'INTERNAL_SERVER_ERROR', reference: '7F3K-20' }))).toMatchObject({
      kind: 'unexpected',
      reference: '7F3K-20',
    });
  });

  it('is not taken in by a code that every object has', () => {
    expect(readFailure(graphQLError({ code: 'constructor' })).kind).toBe('unexpected');
  });

  it('reads errors that come with a status', () => {
    const body = JSON.stringify({ errors: [{ extensions: { code: 'UNAUTHENTICATED', reference: 'B-2' } }] });
    expect(readFailure(serverError(400, body))).toMatchObject({ kind: 'signedOut', reference: 'B-2' });
    const slow = JSON.stringify({ errors: [{ extensions: { code: 'TOOK_TOO_LONG', reference: 'S-3' } }] });
    expect(readFailure(serverError(503, slow))).toMatchObject({ kind: 'tooLong', reference: 'S-3' });
    expect(readFailure(serverError(503, '<html>'))).toMatchObject({ kind: 'busy', reference: 'R-1' });
  });

  it.each([
    ['20', 'Wait 20 seconds, then try again'],
    ['1', 'Wait a second, then'],
    ['600', 'Wait 10 minutes, then'],
    ['soon', 'Wait a minute, then'],
  ])('says how long to wait: %s', (wait, said) => {
    expect(readFailure(serverError(429, '', { 'retry-after': wait }))).toMatchObject({
      kind: 'tooMany',
      message: expect.stringContaining(said),
    });
  });

  it('knows a lost network', () => {
    expect(readFailure(new TypeError('Failed to fetch')).kind).toBe('offline');
    expect(readFailure(new TypeError('Failed to fetch dynamically imported module: /assets/a.js')).kind).toBe(
      'offline',
    );
    expect(readFailure(new TypeError('x is undefined')).kind).toBe('unexpected');
  });
});
