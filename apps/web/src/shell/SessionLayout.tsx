import { useSuspenseQuery } from '@apollo/client/react';
import { LoadingRows } from '@sos/platform-ui';
import { RouteBoundary, SessionProvider, ShellQuery } from '@sos/platform-web';
import { Outlet, ScrollRestoration } from 'react-router';
import { BareMain } from './BareMain';

const Session = () => {
  const { data } = useSuspenseQuery(ShellQuery);
  return (
    <SessionProvider hub={data.hub} viewer={data.viewer}>
      <Outlet />
    </SessionProvider>
  );
};

/** The root of all pages: who is looking at which hub. */
export const SessionLayout = () => (
  <>
    <ScrollRestoration />
    <RouteBoundary
      what="The hub"
      wholePage
      frame={(failure) => <BareMain>{failure}</BareMain>}
      skeleton={
        <BareMain>
          <LoadingRows rows={4} label="Loading the hub" />
        </BareMain>
      }
    >
      <Session />
    </RouteBoundary>
  </>
);
