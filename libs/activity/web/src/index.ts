export { AsOfSection } from './as-of/AsOfSection';
export { activityRoutes } from './activity.routes';
export { ActivityFeed } from './feed/ActivityFeed';
export type { ActivityFeedProps } from './feed/activityFeedProps';
export { useRefreshActivity } from './feed/useRefreshActivity';
export { useRemovedToast } from './removal/useRemovedToast';
