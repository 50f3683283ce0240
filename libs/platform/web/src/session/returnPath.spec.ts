import { describe, expect, it } from '@jest/globals';
import { safeReturnPath, signInPath } from './returnPath';

describe('the path to return to', () => {
  it.each(['/goals', '/items?status=BLOCKED&status=DONE', '/subgroups/public-safety/members#seats'])(
    'keeps %s',
    (path) => expect(safeReturnPath(path)).toBe(path),
  );

  it.each([
    null,
    '',
    'goals',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?return=/sign-in',
  ])('leads home instead of to %s', (path) => expect(safeReturnPath(path)).toBe('/'));

  it('survives being written into the sign-in address', () => {
    const path = '/items?text=a%26b&status=BLOCKED';
    const [pathname = '', search] = path.split('?');
    const address = new URL(signInPath({ pathname, search: `?${search}` }), 'https://hub.example');
    expect(safeReturnPath(address.searchParams.get('return'))).toBe(path);
  });

  it('leaves the home page out of the address', () => {
    expect(signInPath({ pathname: '/', search: '' })).toBe('/sign-in');
  });
});
