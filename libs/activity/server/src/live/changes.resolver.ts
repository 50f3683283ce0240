import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { Change } from './change.types';
import { LiveChanges } from './live-changes';
import type { WatchedChanges } from './watched-changes';

@Resolver()
export class ChangesResolver {
  constructor(private readonly live: LiveChanges) {}

  @Subscription(() => Change, {
    description:
      'Tells each change of what the viewer may see, as it happens, on whichever server. At least once: around a lost connection a change may be told again.',
  })
  @Policy('signed in')
  changes(
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'Cursor of the last change that was told, to hear first what was missed since.',
    })
    after: string | null,
    @Context() context: HubContext,
  ): Promise<WatchedChanges> {
    return this.live.watch(requireViewer(context), context.sessionToken!, after ?? null);
  }
}
