import type { RouteObject } from 'react-router';

/** Before anyone is signed in. */
export const signInRoutes: RouteObject[] = [
  { path: '/sign-in', lazy: { Component: async () => (await import('./signing/SignInPage')).SignInPage } },
  {
    path: '/sign-in/one-time',
    lazy: { Component: async () => (await import('./signing/OneTimeSignInPage')).OneTimeSignInPage },
  },
  {
    path: '/profile/confirm-address',
    lazy: { Component: async () => (await import('./profile/ConfirmAddressPage')).ConfirmAddressPage },
  },
];

export const identityRoutes: RouteObject[] = [
  {
    path: '/admin/identity-providers',
    lazy: { Component: async () => (await import('./admin/IdentityProvidersPage')).IdentityProvidersPage },
  },
  { path: '/profile', lazy: { Component: async () => (await import('./profile/ProfilePage')).ProfilePage } },
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
