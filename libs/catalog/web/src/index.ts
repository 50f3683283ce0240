export { catalogRoutes } from './catalog.routes';
export { ItemDataSources, type ItemDataSourcesProps } from './links/ItemDataSources';
