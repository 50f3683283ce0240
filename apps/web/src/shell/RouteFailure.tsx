import { FailurePage, NotFoundPage } from '@sos/platform-web';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { BareMain } from './BareMain';

/** What a boundary inside the page could not catch: above all a part of the hub that could not be fetched. */
export const RouteFailure = ({ inside = false }: { inside?: boolean }) => {
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  // A module that failed to load stays failed for the life of the window, so "Try again" loads it anew.
  const failure = isMissing ? <NotFoundPage /> : <FailurePage error={error} onRetry={() => window.location.reload()} />;
  return inside ? failure : <BareMain>{failure}</BareMain>;
};
