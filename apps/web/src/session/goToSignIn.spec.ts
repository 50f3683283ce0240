import '@sos/platform-web/testing';
import type { ApolloClient } from '@apollo/client';
import { describe, expect, it, jest } from '@jest/globals';
import { goToSignIn } from './goToSignIn';

type Router = Parameters<typeof goToSignIn>[0];

const at = (pathname: string, search = '') => {
  const navigate = jest.fn((_path: string, _options: object) => Promise.resolve());
  const refetchQueries = jest.fn(() => Promise.resolve([]));
  const state = { location: { pathname, search, hash: '' }, navigation: {} };
  goToSignIn({ state, navigate } as unknown as Router, { refetchQueries } as unknown as ApolloClient);
  return { navigate, refetchQueries };
};

describe('when the session is over', () => {
  it('leads to the sign-in page, which leads back', () => {
    const { navigate, refetchQueries } = at('/items', '?status=BLOCKED');
    expect(navigate).toHaveBeenCalledWith('/sign-in?return=%2Fitems%3Fstatus%3DBLOCKED', {
      replace: true,
      state: { sessionEnded: true },
    });
    expect(refetchQueries).toHaveBeenCalledTimes(1);
  });

  it('stays on the sign-in page', () => {
    expect(at('/sign-in', '?return=%2Fgoals').navigate).not.toHaveBeenCalled();
    expect(at('/sign-in/one-time').navigate).not.toHaveBeenCalled();
  });
});
