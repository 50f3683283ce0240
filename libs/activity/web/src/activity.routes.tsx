import type { RouteObject } from 'react-router';

export const activityRoutes: RouteObject[] = [
  { path: '/activity', lazy: { Component: async () => (await import('./ActivityPage')).ActivityPage } },
  { path: '/removed', lazy: { Component: async () => (await import('./removal/RemovedPage')).RemovedPage } },
  { path: '/admin/audit', lazy: { Component: async () => (await import('./audit/AuditPage')).AuditPage } },
];
