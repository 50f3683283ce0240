import { Database, type Settings } from '@sos/platform-server';
import { entities } from './entities';
import { migrations } from './migrations';

/** Opens the database that the settings name, with every domain's tables and the one history of migrations. */
export function openDatabase(
  settings: Pick<Settings, 'databaseUrl' | 'databaseOwnerUrl' | 'dataFolder' | 'databasePoolSize'> &
    Partial<Pick<Settings, 'databaseWaitSeconds' | 'statementSeconds'>>,
): Promise<Database> {
  return Database.open({
    url: settings.databaseUrl,
    ownerUrl: settings.databaseOwnerUrl,
    dataFolder: settings.dataFolder,
    poolSize: settings.databasePoolSize,
    ...(settings.databaseWaitSeconds && { waitMilliseconds: settings.databaseWaitSeconds * 1_000 }),
    ...(settings.statementSeconds && { statementMilliseconds: settings.statementSeconds * 1_000 }),
    entities,
    migrations,
  });
}
