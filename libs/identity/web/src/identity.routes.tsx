import type { RouteObject } from 'react-router';

/** Before anyone is signed in. */
export const signInRoutes: RouteObject[] = [
  { path: '/sign-in', lazy: { Component: async () => (await import('./signing/SignInPage')).SignInPage } },
  {
    path: '/sign-in/one-time',
    lazy: { Component: async () => (await import('./signing/OneTimeSignInPage')).OneTimeSignInPage },
  },
];

export const identityRoutes: RouteObject[] = [
  { path: '/directory', lazy: { Component: async () => (await import('./directory/DirectoryPage')).DirectoryPage } },
  {
    path: '/directory/agencies/:key',
    lazy: { Component: async () => (await import('./directory/AgencyPage')).AgencyPage },
  },
  {
    path: '/directory/people/:id',
    lazy: { Component: async () => (await import('./directory/PersonPage')).PersonPage },
  },
];
