export { activityRoutes } from './activity.routes';
export { ActivityFeed, type ActivityFeedProps } from './feed/ActivityFeed';
export { useRefreshActivity } from './feed/useRefreshActivity';
