import { Database, type Settings } from '@sos/platform-server';
import { entities } from './entities';
import { migrations } from './migrations';

/** Opens the database that the settings name, with every domain's tables and the one history of migrations. */
export function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataFolder' | 'databasePoolSize'>,
): Promise<Database> {
  return Database.open({
    url: settings.databaseUrl,
    ownerUrl: settings.databaseOwnerUrl,
    dataFolder: settings.dataFolder,
    poolSize: settings.databasePoolSize,
    entities,
    migrations,
  });
}
