import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { ActivityConnection, ActivityFeed } from '@sos/activity-server';
import { decodeId, pageSize, Policy, toConnection } from '@sos/platform-server';
import { WorkgroupRepository } from './workgroup.repository';

/** The feeds. They live here because the trail itself knows no sub-group by name. */
@Resolver()
export class ActivityResolver {
  constructor(
    private readonly feed: ActivityFeed,
    private readonly workgroups: WorkgroupRepository,
  ) {}

  @Query(() => ActivityConnection, {
    description: 'What people did, latest first: to one thing, in one sub-group, or anywhere.',
  })
  @Policy('signed in')
  async activity(
    @Args('subjectId', { type: () => ID, nullable: true, description: 'Id of the thing that changed.' })
    subjectId: string | null,
    @Args('subGroupSlug', { type: () => String, nullable: true, description: 'The sub-group that sees it.' })
    subGroupSlug: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
  ): Promise<ActivityConnection> {
    const subject = subjectId ? decodeId(subjectId) : null;
    const subGroup = subGroupSlug ? await this.workgroups.findSubGroup(subGroupSlug) : null;
    if ((subjectId && !subject) || (subGroupSlug && !subGroup)) return toConnection([], 0, null, () => [], 0);
    return this.feed.list(
      { subject: subject ?? undefined, subGroupId: subGroup?.id },
      pageSize(first, 20),
      after ?? null,
    );
  }
}
