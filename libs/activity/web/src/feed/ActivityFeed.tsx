import { RouteBoundary } from '@sos/platform-web';
import type { ActivityFeedProps } from './activityFeedProps';
import { ActivityTimeline } from './ActivityTimeline';

/** Waiting and failing stay inside it, so that a page shows what it has. */
export const ActivityFeed = (props: ActivityFeedProps) => (
  <RouteBoundary what="The activity">
    <ActivityTimeline {...props} />
  </RouteBoundary>
);
