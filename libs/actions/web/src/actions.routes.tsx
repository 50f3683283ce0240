import type { RouteObject } from 'react-router';

export const actionsRoutes: RouteObject[] = [
  { path: '/', lazy: { Component: async () => (await import('./my-work/MyWorkPage')).MyWorkPage } },
  { path: '/items', lazy: { Component: async () => (await import('./list/ItemListPage')).ItemListPage } },
  { path: '/items/board', lazy: { Component: async () => (await import('./board/ItemBoardPage')).ItemBoardPage } },
  { path: '/items/new', lazy: { Component: async () => (await import('./form/NewItemPage')).NewItemPage } },
  { path: '/items/:reference', lazy: { Component: async () => (await import('./detail/ItemPage')).ItemPage } },
  {
    path: '/items/:reference/edit',
    lazy: { Component: async () => (await import('./form/EditItemPage')).EditItemPage },
  },
  {
    path: '/seats/:id/hand-over',
    lazy: { Component: async () => (await import('./hand-over/HandOverPage')).HandOverPage },
  },
];
