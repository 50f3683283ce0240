import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry, requireViewer, ScheduledWork } from '@sos/platform-server';
import { ActivityFeed } from './activity-feed';
import { ActivityRecorder } from './activity-recorder';
import { AsOfResolver } from './as-of/as-of.resolver';
import { AsOfReaders } from './as-of/as-of.service';
import { AuditHeadKeeper } from './audit/audit-head-keeper';
import { AuditRecords } from './audit/audit-records';
import { AuditRecordsResolver } from './audit/audit-records.resolver';
import { ChangeStream } from './live/change-stream';
import { ChangesResolver } from './live/changes.resolver';
import { LiveChanges } from './live/live-changes';
import { Removables } from './removal/removables';
import { Removals } from './removal/removals';
import { RemovedThingResolver } from './removal/removed-thing.resolver';
import { RestoreRemoved } from './removal/restore-removed';

/** The audit trail, the feeds made of it, and live updates. Global: every domain records into it. */
@Global()
@Module({
  providers: [
    ActivityRecorder,
    ActivityFeed,
    AsOfReaders,
    AsOfResolver,
    AuditHeadKeeper,
    AuditRecords,
    AuditRecordsResolver,
    ChangeStream,
    ChangesResolver,
    LiveChanges,
    Removables,
    Removals,
    RemovedThingResolver,
    RestoreRemoved,
  ],
  exports: [ActivityRecorder, ActivityFeed, AsOfReaders, Removables, Removals],
})
export class ActivityModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly feed: ActivityFeed,
    private readonly removals: Removals,
    private readonly work: ScheduledWork,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ActivityEntry', (id) => this.feed.find(id));
    this.nodes.register('RemovedThing', (id, context) => this.removals.find(requireViewer(context), id));
    this.work.register({
      name: 'purge-removed',
      when: '11 3 * * *',
      run: async () => void (await this.removals.purge()),
    });
  }
}
