import type { RouteObject } from 'react-router';

export const identityRoutes: RouteObject[] = [];
export const signInRoutes: RouteObject[] = [];
export { useSignOut } from './signing/useSignOut';
