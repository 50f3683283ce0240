import { Inject, Injectable } from '@nestjs/common';
import {
  Database,
  inScope,
  isUuid,
  LOGGER,
  rowScopeOf,
  ViewerSource,
  type Logger,
  type Viewer,
} from '@sos/platform-server';
import { mayKnowOf } from '../activity.policy';
import { ChangeStream } from './change-stream';
import { changeFor, changesSince, missedChanges, type RecordedChange } from './recorded-change';
import { WatchedChanges } from './watched-changes';

/** More than that since somebody was here, and their pages are fetched anew. */
const mostToldAgain = 100;

/** Live updates for one viewer: first what they missed, then what happens, and never what is not theirs to know. */
@Injectable()
export class LiveChanges {
  constructor(
    private readonly database: Database,
    private readonly viewers: ViewerSource,
    private readonly stream: ChangeStream,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async watch(viewer: Viewer, sessionToken: string, after: string | null): Promise<WatchedChanges> {
    let stop: () => void = () => undefined;
    const watched = new WatchedChanges(() => stop());
    // One after the other, so that what is told late never overtakes what came later.
    let telling: Promise<void> = Promise.resolve();
    const tell = (changes: readonly RecordedChange[]) => {
      telling = telling.then(() => this.tell(watched, changes, viewer, sessionToken));
    };
    // It listens before it looks back, so that nothing falls between.
    stop = await this.stream.watch(tell);
    if (after !== null) await this.tellMissed(watched, viewer, after);
    return watched;
  }

  private async tell(
    watched: WatchedChanges,
    changes: readonly RecordedChange[],
    viewer: Viewer,
    sessionToken: string,
  ): Promise<void> {
    try {
      const isOpen = changes.every(({ restrictedToSubGroupId }) => restrictedToSubGroupId === null);
      // Restricted work is asked about anew each time: a seat may have been given up since the socket was opened.
      const now = isOpen ? viewer : await this.viewers.peek(sessionToken);
      for (const change of changes) if (now && mayKnowOf(change, now)) watched.push(changeFor(now, change));
    } catch (error) {
      this.logger.warn({ err: error }, 'a live update could not be told');
      watched.push(missedChanges);
    }
  }

  private async tellMissed(watched: WatchedChanges, viewer: Viewer, after: string): Promise<void> {
    const scope = rowScopeOf(viewer);
    const missed = isUuid(after)
      ? await inScope(scope, scope, () => changesSince(this.database, after, scope, mostToldAgain))
      : null;
    if (!missed) return watched.push(missedChanges);
    for (const change of missed) if (change.cursor !== after) watched.push(changeFor(viewer, change));
  }
}
