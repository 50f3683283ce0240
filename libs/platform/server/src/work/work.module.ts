import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { Outbox } from '../outbox/outbox';
import { OutboxHandlers } from '../outbox/outbox-handlers';
import { OutboxWorker } from '../outbox/outbox-worker';
import { purgeDelivered } from '../outbox/outbox.sql';
import { ScheduledWork } from './scheduled-work';
import { Scheduler } from './scheduler';

/** The hub's own work: what leaves the database, and what is due by the clock. Global: every domain has some. */
@Global()
@Module({
  providers: [Outbox, OutboxHandlers, OutboxWorker, ScheduledWork, Scheduler],
  exports: [Outbox, OutboxHandlers, OutboxWorker, ScheduledWork, Scheduler],
})
export class WorkModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly work: ScheduledWork,
  ) {}

  onModuleInit(): void {
    this.work.register({ name: 'purge-outbox', when: '41 3 * * *', run: () => purgeDelivered(this.database) });
  }
}
