import type { RouteObject } from 'react-router';

export const workgroupRoutes: RouteObject[] = [];
