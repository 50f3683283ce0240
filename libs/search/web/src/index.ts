import { lazy } from 'react';

export { searchRoutes } from './search.routes';
export type { SearchDialogProps } from './SearchDialog';
/** Fetched when it is first opened: draw it inside a Suspense boundary. */
export const SearchDialog = lazy(async () => ({ default: (await import('./SearchDialog')).SearchDialog }));
