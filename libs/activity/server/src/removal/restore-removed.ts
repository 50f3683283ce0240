import { Injectable } from '@nestjs/common';
import { notFound, Once, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { Removals } from './removals';
import type { RestoreInput, RestoreResult, RestoreSuccess } from './removed-thing.types';

/** Undoes a removal. What the viewer may not restore is answered like what is not there. */
@Injectable()
export class RestoreRemoved {
  constructor(
    private readonly once: Once,
    private readonly removals: Removals,
  ) {}

  async restore(input: RestoreInput, context: HubContext): Promise<RestoreResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('RemovedThing', input.removedId);
    if (!id) return notFound('removed thing');
    return this.once.do<RestoreResult, RestoreSuccess>(
      { mutation: 'restore', input, context },
      async (transaction) => {
        const restored = await this.removals.restore(transaction, viewer, id, context.requestId);
        context.loaders.forget();
        return restored ?? notFound('removed thing');
      },
      {
        keep: (result) => (result.__typename === 'RestoreSuccess' ? result : null),
        again: async (_transaction, restored) => restored,
      },
    );
  }
}
