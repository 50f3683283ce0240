import type { RouteObject } from 'react-router';

export const searchRoutes: RouteObject[] = [];
export { SearchDialog, type SearchDialogProps } from './SearchDialog';
