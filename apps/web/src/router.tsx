import { actionsRoutes } from '@sos/actions-web';
import { activityRoutes } from '@sos/activity-web';
import { catalogRoutes } from '@sos/catalog-web';
import { goalsRoutes } from '@sos/goals-web';
import { identityRoutes, signInRoutes } from '@sos/identity-web';
import { NotFoundPage } from '@sos/platform-web';
import { searchRoutes } from '@sos/search-web';
import { setUpRoutes, workgroupRoutes } from '@sos/workgroup-web';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { OpenFrame } from './shell/OpenFrame';
import { PageArea } from './shell/PageArea';
import { PlainFrame } from './shell/PlainFrame';
import { RouteFailure } from './shell/RouteFailure';
import { SessionLayout } from './shell/SessionLayout';
import { Shell } from './shell/Shell';

const helpRoutes: RouteObject[] = [
  {
    path: '/accessibility',
    lazy: { Component: async () => (await import('./pages/AccessibilityPage')).AccessibilityPage },
  },
  { path: '/help', lazy: { Component: async () => (await import('./pages/HelpPage')).HelpPage } },
];

/**
 * What fails leaves the navigation standing: a page's own failure is caught by the page area, a page that can't be
 * fetched by the route around it.
 */
const inside = (children: RouteObject[]): RouteObject[] => [
  { element: <PageArea />, errorElement: <RouteFailure inside />, children },
];

/** The domains bring their routes; here they are only put together. */
export const routes: RouteObject[] = [
  {
    element: <SessionLayout />,
    errorElement: <RouteFailure />,
    children: [
      { element: <PlainFrame />, children: inside([...signInRoutes, ...setUpRoutes]) },
      { element: <OpenFrame />, children: inside(helpRoutes) },
      {
        element: <Shell />,
        children: inside([
          ...actionsRoutes,
          ...goalsRoutes,
          ...workgroupRoutes,
          ...catalogRoutes,
          ...activityRoutes,
          ...identityRoutes,
          ...searchRoutes,
          { path: '/explorer', lazy: { Component: async () => (await import('./pages/ExplorerPage')).ExplorerPage } },
          { path: '*', element: <NotFoundPage /> },
        ]),
      },
    ],
  },
];

export const router = createBrowserRouter(routes);
