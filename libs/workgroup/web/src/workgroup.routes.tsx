import type { RouteObject } from 'react-router';

/** Before there is anybody who could sign in, or before somebody is in. */
export const setUpRoutes: RouteObject[] = [
  {
    path: '/invitation',
    lazy: { Component: async () => (await import('./invitation/InvitationPage')).InvitationPage },
  },
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
  { path: '/seats/new', lazy: { Component: async () => (await import('./seats/AddSeatPage')).AddSeatPage } },
  {
    path: '/admin/people',
    lazy: { Component: async () => (await import('./admin/PeopleAdminPage')).PeopleAdminPage },
  },
  {
    path: '/admin/people/:id',
    lazy: { Component: async () => (await import('./admin/PersonAdminPage')).PersonAdminPage },
  },
  {
    path: '/admin/invitations',
    lazy: { Component: async () => (await import('./admin/InvitationsPage')).InvitationsPage },
  },
  { path: '/admin/invite', lazy: { Component: async () => (await import('./admin/InvitePage')).InvitePage } },
  { path: '/admin/access', lazy: { Component: async () => (await import('./admin/AccessPage')).AccessPage } },
];
