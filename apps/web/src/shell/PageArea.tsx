import { OfflineState } from '@sos/platform-ui';
import { RouteBoundary, useOnline } from '@sos/platform-web';
import { Outlet, useLocation } from 'react-router';
import styles from './PageArea.module.css';

/**
 * A page and its own sub-pages (a tab, the form that edits it) share a boundary, so that what is on the screen stays
 * until the next part is there; another page begins with its own skeleton.
 */
const placeOf = (pathname: string): string => pathname.split('/').slice(0, 3).join('/');

export const PageArea = () => {
  const { pathname } = useLocation();
  const isOnline = useOnline();
  return (
    <>
      {!isOnline && (
        <div className={styles.offline}>
          <OfflineState />
        </div>
      )}
      <RouteBoundary key={placeOf(pathname)} wholePage>
        <Outlet />
      </RouteBoundary>
    </>
  );
};
