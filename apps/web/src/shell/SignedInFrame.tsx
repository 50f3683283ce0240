import { SessionWatch, SignInAgainProvider, useSignOut } from '@sos/identity-web';
import { AppFrame, formatWeekday } from '@sos/platform-ui';
import { signInPath, useCurrentPage, useHub, useLiveUpdates, useViewer } from '@sos/platform-web';
import { useCallback, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { notLive } from '../live/notLive';
import { Footer } from './Footer';
import { LazySearch } from './LazySearch';
import { navigationFor } from './navigation';
import { useSessionOver } from '../session/useSessionOver';
import { useDueCount } from './useDueCount';

/** The frame of the signed-in hub: rail, top bar, page, footer. */
export const SignedInFrame = () => {
  const hub = useHub();
  const viewer = useViewer();
  const location = useLocation();
  const { breadcrumbs } = useCurrentPage();
  const dueCount = useDueCount();
  useLiveUpdates(notLive);
  const signOut = useSignOut();
  const [searchIsOpen, setSearchIsOpen] = useState(false);
  const openSearch = useCallback(() => setSearchIsOpen(true), []);
  const closeSearch = useCallback(() => setSearchIsOpen(false), []);
  const sessionIsOver = useSessionOver();
  return (
    <SignInAgainProvider>
      <AppFrame
        workgroupName={hub.workgroupName}
        navigation={navigationFor({ pathname: location.pathname, viewer, dueCount })}
        breadcrumbs={location.pathname === '/' ? [{ label: formatWeekday(hub.today) }] : breadcrumbs}
        identity={{
          name: viewer.person.fullName,
          affiliation: viewer.affiliation,
          initials: viewer.person.initials,
        }}
        identityMenu={[
          { label: 'Your profile', to: '/profile' },
          { label: 'My seats and agency', to: `/directory/people/${viewer.person.id}` },
          { label: 'Recently removed', to: '/removed' },
          ...(hub.isDemonstration ? [{ label: 'Switch person', to: signInPath(location) }] : []),
        ]}
        onSignOut={() => void signOut()}
        onSearch={openSearch}
        footer={<Footer />}
      >
        <Outlet />
      </AppFrame>
      <LazySearch opened={searchIsOpen} onClose={closeSearch} />
      <SessionWatch onOver={sessionIsOver} />
    </SignInAgainProvider>
  );
};
