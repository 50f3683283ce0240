import type { RouteObject } from 'react-router';

export const goalsRoutes: RouteObject[] = [
  { path: '/goals', lazy: { Component: async () => (await import('./list/GoalListPage')).GoalListPage } },
  { path: '/goals/:number', lazy: { Component: async () => (await import('./goal/GoalPage')).GoalPage } },
  {
    path: '/objectives/:key',
    lazy: { Component: async () => (await import('./objective/ObjectivePage')).ObjectivePage },
  },
];
