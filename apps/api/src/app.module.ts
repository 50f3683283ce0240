import { Global, Module, type DynamicModule, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import {
  Calendar,
  Database,
  hubGraphqlModule,
  LimitsModule,
  LiveModule,
  LiveSockets,
  LOGGER,
  Mailer,
  SecretBox,
  OnceModule,
  SETTINGS,
  WorkModule,
  type Logger,
  type Settings,
} from '@sos/platform-server';
import { ActivityModule } from '@sos/activity-server';
import { ActionsModule } from '@sos/actions-server';
import { CatalogModule } from '@sos/catalog-server';
import { GoalsModule } from '@sos/goals-server';
import { IdentityModule } from '@sos/identity-server';
import { SearchModule } from '@sos/search-server';
import { StarterStructure, WorkgroupModule } from '@sos/workgroup-server';
import { CaliforniaStarter } from './demo/california-starter';
import { CommandsController } from './http/commands.controller';
import { CspReportsController } from './http/csp-reports.controller';
import { HealthController } from './http/health.controller';
import { SchemaController } from './http/schema.controller';
import { SecurityTextController } from './http/security-text.controller';

/** What the composition hands to every domain. */
export interface HubParts {
  settings: Settings;
  logger: Logger;
  database: Database;
  calendar?: Calendar;
}

@Global()
@Module({})
class PartsModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static with({ settings, logger, database, calendar }: HubParts): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      { provide: LOGGER, useValue: logger },
      { provide: Database, useValue: database },
      { provide: SecretBox, useValue: new SecretBox(settings.secretKeys) },
      { provide: Calendar, useValue: calendar ?? new Calendar(settings.timeZone, () => database.now()) },
      Mailer,
      { provide: StarterStructure, useClass: CaliforniaStarter },
    ];
    return { module: PartsModule, providers, exports: providers };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

/** The hub: its domains, lowest first, and nothing else. */
@Module({})
export class AppModule implements OnModuleDestroy {
  constructor(private readonly sockets: LiveSockets) {}

  /** Here, because the end begins with the outermost module: Apollo's, later, cuts every connection without a word. */
  async onModuleDestroy(): Promise<void> {
    await this.sockets.closeAll();
  }

  static with(parts: HubParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PartsModule.with(parts),
        LimitsModule,
        OnceModule,
        WorkModule,
        LiveModule,
        ActivityModule,
        IdentityModule,
        WorkgroupModule,
        GoalsModule,
        ActionsModule,
        CatalogModule,
        SearchModule,
        ...hubGraphqlModule(),
      ],
      controllers: [
        HealthController,
        CommandsController,
        SchemaController,
        SecurityTextController,
        CspReportsController,
      ],
    };
  }
}
