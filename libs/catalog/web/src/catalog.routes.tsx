import type { RouteObject } from 'react-router';

export const catalogRoutes: RouteObject[] = [
  { path: '/data', lazy: { Component: async () => (await import('./search/CatalogPage')).CatalogPage } },
  { path: '/data/new', lazy: { Component: async () => (await import('./form/AddSourcePage')).AddSourcePage } },
  { path: '/data/import', lazy: { Component: async () => (await import('./import/ImportPage')).ImportPage } },
  { path: '/data/feeds', lazy: { Component: async () => (await import('./import/FeedsPage')).FeedsPage } },
  { path: '/data/:slug', lazy: { Component: async () => (await import('./source/SourcePage')).SourcePage } },
  { path: '/data/:slug/edit', lazy: { Component: async () => (await import('./form/EditSourcePage')).EditSourcePage } },
];
