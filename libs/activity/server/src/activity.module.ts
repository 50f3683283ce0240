import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { ActivityFeed } from './activity-feed';
import { ActivityRecorder } from './activity-recorder';
import { AsOfResolver } from './as-of/as-of.resolver';
import { AsOfReaders } from './as-of/as-of.service';
import { AuditHeadKeeper } from './audit/audit-head-keeper';
import { ChangeStream } from './live/change-stream';
import { ChangesResolver } from './live/changes.resolver';
import { LiveChanges } from './live/live-changes';

/** The audit trail, the feeds made of it, and live updates. Global: every domain records into it. */
@Global()
@Module({
  providers: [
    ActivityRecorder,
    ActivityFeed,
    AsOfReaders,
    AsOfResolver,
    AuditHeadKeeper,
    ChangeStream,
    LiveChanges,
    ChangesResolver,
  ],
  exports: [ActivityRecorder, ActivityFeed, AsOfReaders],
})
export class ActivityModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly feed: ActivityFeed,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ActivityEntry', (id) => this.feed.find(id));
  }
}
