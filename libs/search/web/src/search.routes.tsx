import type { RouteObject } from 'react-router';

export const searchRoutes: RouteObject[] = [
  { path: '/search', lazy: { Component: async () => (await import('./SearchPage')).SearchPage } },
];
