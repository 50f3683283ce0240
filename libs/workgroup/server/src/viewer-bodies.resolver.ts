import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Hub, ViewerProfile } from '@sos/identity-server';
import { Policy, type HubContext } from '@sos/platform-server';
import type { SubGroup } from './sub-group.types';
import { SubGroupLoader } from './workgroup.loader';
import { WorkgroupRepository } from './workgroup.repository';

/** What identity cannot say of the viewer: the names of the sub-groups. */
@Resolver(() => ViewerProfile)
export class ViewerBodiesResolver {
  constructor(private readonly subGroupLoader: SubGroupLoader) {}

  @ResolveField(() => [String], { description: 'Sub-groups that the viewer chairs or co-chairs.' })
  chairedSubGroupSlugs(@Parent() { viewer }: ViewerProfile, @Context() context: HubContext): Promise<string[]> {
    return this.slugs(viewer.chairedSubGroupIds, context);
  }

  @ResolveField(() => [String], { description: 'Sub-groups in which the viewer has a seat, chairs included.' })
  subGroupSlugs(@Parent() { viewer }: ViewerProfile, @Context() context: HubContext): Promise<string[]> {
    return this.slugs(viewer.subGroupIds, context);
  }

  private async slugs(ids: readonly string[], { loaders }: HubContext): Promise<string[]> {
    const loader = loaders.get(this.subGroupLoader.byId);
    const found = await Promise.all(ids.map((id) => loader.load(id)));
    return found
      .filter((subGroup): subGroup is SubGroup => subGroup !== null)
      .map(({ slug }) => slug)
      .sort();
  }
}

@Resolver(() => Hub)
export class HubWorkgroupResolver {
  constructor(private readonly workgroups: WorkgroupRepository) {}

  @ResolveField(() => String, { description: 'Name of the current workgroup.' })
  @Policy('public')
  async workgroupName(): Promise<string> {
    return (await this.workgroups.findCurrent())?.name ?? 'Workgroup';
  }
}
