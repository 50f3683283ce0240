import { Args, Context, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, requireViewer, toConnection, type HubContext } from '@sos/platform-server';
import { Removals } from './removals';
import { RestoreRemoved } from './restore-removed';
import { RemovedThingConnection, RestoreInput, RestoreResult } from './removed-thing.types';

@Resolver()
export class RemovedThingResolver {
  constructor(
    private readonly removals: Removals,
    private readonly restoring: RestoreRemoved,
  ) {}

  @Query(() => RemovedThingConnection, {
    description: 'What was removed in the last 30 days and the viewer may restore, latest first.',
  })
  @Policy('signed in')
  async removed(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
    @Context() context: HubContext,
  ): Promise<RemovedThingConnection> {
    const viewer = requireViewer(context);
    const size = pageSize(first, 50);
    const rows = await this.removals.list(viewer, size, after ?? null);
    return toConnection(
      rows,
      size,
      after ?? null,
      (row) => [row.removedAt.toISOString(), row.id],
      () => this.removals.count(viewer),
    );
  }

  @Mutation(() => RestoreResult, { description: 'Puts back what was removed, with all that belongs to it.' })
  @Policy('signed in')
  restore(@Args('input') input: RestoreInput, @Context() context: HubContext): Promise<RestoreResult> {
    return this.restoring.restore(input, context);
  }
}
