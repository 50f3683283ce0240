import type { RouteObject } from 'react-router';

export const goalsRoutes: RouteObject[] = [];
