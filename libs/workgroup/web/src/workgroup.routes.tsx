import type { RouteObject } from 'react-router';

/** Before there is anybody who could sign in. */
export const setUpRoutes: RouteObject[] = [
  { path: '/set-up', lazy: { Component: async () => (await import('./set-up/SetUpPage')).SetUpPage } },
];

export const workgroupRoutes: RouteObject[] = [
  { path: '/workgroup', lazy: { Component: async () => (await import('./body/WorkgroupPage')).WorkgroupPage } },
  { path: '/workgroup/history', lazy: { Component: async () => (await import('./body/HistoryPage')).HistoryPage } },
  {
    path: '/subgroups',
    lazy: { Component: async () => (await import('./sub-group/SubGroupListPage')).SubGroupListPage },
  },
  {
    path: '/subgroups/:slug/:tab?',
    lazy: { Component: async () => (await import('./sub-group/SubGroupPage')).SubGroupPage },
  },
];
