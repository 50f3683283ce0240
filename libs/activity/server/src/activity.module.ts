import { Global, Module } from '@nestjs/common';
import { ActivityRecorder } from './activity-recorder';

/** The audit trail and the feeds made of it. Global: every domain records into it. */
@Global()
@Module({ providers: [ActivityRecorder], exports: [ActivityRecorder] })
export class ActivityModule {}
