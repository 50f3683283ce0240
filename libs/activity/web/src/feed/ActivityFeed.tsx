import { RouteBoundary } from '@sos/platform-web';
import { ActivityTimeline } from './ActivityTimeline';

export type ActivityFeedProps = {
  /** What happened to one thing, by its id. */
  subjectId?: string;
  /** What happened in one sub-group. With neither: in the whole workgroup. */
  subGroupSlug?: string;
  first?: number;
};

/** Waiting and failing stay inside it, so that a page shows what it has. */
export const ActivityFeed = (props: ActivityFeedProps) => (
  <RouteBoundary what="The activity">
    <ActivityTimeline {...props} />
  </RouteBoundary>
);
