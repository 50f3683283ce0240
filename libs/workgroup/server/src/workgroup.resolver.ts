import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Agency, AgencyLoader } from '@sos/identity-server';
import { Policy, type HubContext } from '@sos/platform-server';
import { FocusItem } from './focus-item.types';
import { SeatLoader } from './seat.loader';
import { Seat } from './seat.types';
import { SubGroup } from './sub-group.types';
import { FocusItemLoader, SubGroupLoader, WorkgroupLoader } from './workgroup.loader';
import { WorkgroupRepository } from './workgroup.repository';
import { Workgroup } from './workgroup.types';

@Resolver(() => Workgroup)
export class WorkgroupResolver {
  constructor(
    private readonly workgroups: WorkgroupRepository,
    private readonly workgroupLoader: WorkgroupLoader,
    private readonly subGroupLoader: SubGroupLoader,
    private readonly focusItemLoader: FocusItemLoader,
    private readonly seatLoader: SeatLoader,
    private readonly agencyLoader: AgencyLoader,
  ) {}

  @Query(() => Workgroup, { nullable: true, description: 'The current workgroup, or the one with the slug.' })
  @Policy('signed in')
  workgroup(
    @Args('slug', { type: () => String, nullable: true, description: 'Left out: the current workgroup.' })
    slug: string | null,
  ): Promise<Workgroup | null> {
    return slug ? this.workgroups.findBySlug(slug) : this.workgroups.findCurrent();
  }

  @Query(() => [FocusItem], { description: 'The focus items of the current workgroup, in its order.' })
  @Policy('signed in')
  focusItems(): Promise<FocusItem[]> {
    return this.workgroups.currentFocusItems();
  }

  @ResolveField(() => Agency, { nullable: true, description: 'The agency that brings it together.' })
  convener(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<Agency | null> | null {
    return workgroup.convenerAgencyId ? loaders.get(this.agencyLoader.byId).load(workgroup.convenerAgencyId) : null;
  }

  @ResolveField(() => Workgroup, { nullable: true, description: 'The body before it.' })
  predecessor(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<Workgroup | null> | null {
    return workgroup.predecessorId ? loaders.get(this.workgroupLoader.byId).load(workgroup.predecessorId) : null;
  }

  @ResolveField(() => Workgroup, { nullable: true, description: 'The body that followed it.' })
  successor(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<Workgroup | null> | null {
    return workgroup.successorId ? loaders.get(this.workgroupLoader.byId).load(workgroup.successorId) : null;
  }

  @ResolveField(() => [SubGroup], { description: 'Its sub-groups or task forces, in its order.' })
  async subGroups(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<SubGroup[]> {
    return (await loaders.get(this.subGroupLoader.byWorkgroup).load(workgroup.id)) ?? [];
  }

  @ResolveField('focusItems', () => [FocusItem], { description: 'Its focus items, in its order.' })
  async itsFocusItems(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<FocusItem[]> {
    return (await loaders.get(this.focusItemLoader.byWorkgroup).load(workgroup.id)) ?? [];
  }

  @ResolveField(() => [Seat], {
    description: 'Running seats of the workgroup itself, chairs first; vacant ones included.',
  })
  async seats(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.runningByWorkgroup).load(workgroup.id)) ?? [];
  }
}
