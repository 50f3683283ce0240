import type { RouteObject } from 'react-router';

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
