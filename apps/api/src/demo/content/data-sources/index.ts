import type { DataSourceContent } from '../content.types';

export const dataSources: DataSourceContent[] = [];
