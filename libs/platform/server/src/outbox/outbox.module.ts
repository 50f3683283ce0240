import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';
import { OutboxHandlers } from './outbox-handlers';
import { OutboxWorker } from './outbox-worker';

/** Global: every domain may have something that must leave the database. */
@Global()
@Module({ providers: [Outbox, OutboxHandlers, OutboxWorker], exports: [Outbox, OutboxHandlers, OutboxWorker] })
export class OutboxModule {}
