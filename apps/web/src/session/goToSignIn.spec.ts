import '@sos/platform-web/testing';
import type { ApolloClient } from '@apollo/client';
import { describe, expect, it, jest } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { goToSignIn } from './goToSignIn';

type Router = Parameters<typeof goToSignIn>[0];

const at = (pathname: string, search = '') => {
  const navigate = jest.fn(async (_path: string, _options: object) => {
    await new Promise((resolve) => setTimeout(resolve));
    steps.push('is there');
  });
  const steps: string[] = [];
  const refetchQueries = jest.fn(() => Promise.resolve(void steps.push('asks who is signed in')));
  const state = { location: { pathname, search, hash: '' }, navigation: {} };
  goToSignIn({ state, navigate } as unknown as Router, { refetchQueries } as unknown as ApolloClient);
  return { navigate, steps };
};

describe('when the session is over', () => {
  it('leads to the sign-in page, which leads back, and then asks who is signed in', async () => {
    const { navigate, steps } = at('/items', '?status=BLOCKED');
    expect(navigate).toHaveBeenCalledWith('/sign-in?return=%2Fitems%3Fstatus%3DBLOCKED', {
      replace: true,
      state: { sessionEnded: true },
    });
    await waitFor(() => expect(steps).toEqual(['is there', 'asks who is signed in']));
  });

  it('stays on the sign-in page', () => {
    expect(at('/sign-in', '?return=%2Fgoals').navigate).not.toHaveBeenCalled();
    expect(at('/sign-in/one-time').navigate).not.toHaveBeenCalled();
  });
});
