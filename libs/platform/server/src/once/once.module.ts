import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ScheduledWork } from '../work/scheduled-work';
import { Once } from './once';

/** Global: every domain has acts that are to be done once. */
@Global()
@Module({ providers: [Once], exports: [Once] })
export class OnceModule implements OnModuleInit {
  constructor(
    private readonly once: Once,
    private readonly work: ScheduledWork,
  ) {}

  onModuleInit(): void {
    this.work.register({
      name: 'forget-intents',
      when: '26 3 * * *',
      run: async () => void (await this.once.forgetOld()),
    });
  }
}
