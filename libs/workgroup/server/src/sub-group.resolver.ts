import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { FocusItem } from './focus-item.types';
import { mayFillSeat } from './membership/seat.policy';
import { SeatLoader } from './seat.loader';
import { Seat } from './seat.types';
import { SubGroup } from './sub-group.types';
import { FocusItemLoader, WorkgroupLoader } from './workgroup.loader';
import { mayChair } from './workgroup.policy';
import { WorkgroupRepository } from './workgroup.repository';
import { Workgroup } from './workgroup.types';

@Resolver(() => SubGroup)
export class SubGroupResolver {
  constructor(
    private readonly workgroups: WorkgroupRepository,
    private readonly workgroupLoader: WorkgroupLoader,
    private readonly focusItemLoader: FocusItemLoader,
    private readonly seatLoader: SeatLoader,
  ) {}

  @Query(() => SubGroup, { nullable: true, description: 'The sub-group or task force with the slug.' })
  @Policy('signed in')
  subGroup(@Args('slug') slug: string): Promise<SubGroup | null> {
    return this.workgroups.findSubGroup(slug);
  }

  @ResolveField(() => Workgroup, { description: 'The body that it is a part of.' })
  workgroup(@Parent() subGroup: SubGroup, @Context() { loaders }: HubContext): Promise<Workgroup | null> {
    return loaders.get(this.workgroupLoader.byId).load(subGroup.workgroupId);
  }

  @ResolveField(() => [FocusItem], { description: 'The focus items that it carries, shared ones included.' })
  async focusItems(@Parent() subGroup: SubGroup, @Context() { loaders }: HubContext): Promise<FocusItem[]> {
    return (await loaders.get(this.focusItemLoader.bySubGroup).load(subGroup.id)) ?? [];
  }

  @ResolveField(() => [Seat], { description: 'Running seats, chairs first; vacant ones included.' })
  async seats(@Parent() subGroup: SubGroup, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.runningBySubGroup).load(subGroup.id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'How many of the running seats are filled.' })
  async filledSeatCount(@Parent() subGroup: SubGroup, @Context() context: HubContext): Promise<number> {
    const seats = await this.seats(subGroup, context);
    return seats.filter((seat) => seat.person !== null).length;
  }

  @ResolveField(() => [Seat], { description: 'Seats whose term has ended, latest first.' })
  async formerSeats(@Parent() subGroup: SubGroup, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.formerBySubGroup).load(subGroup.id)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may fill its seats and invite people to them.' })
  viewerMayFillSeats(@Parent() subGroup: SubGroup, @Context() context: HubContext): boolean {
    const stake = { subGroupId: subGroup.id, role: 'member' as const, bodyEndedOn: subGroup.endedOn };
    return mayFillSeat(requireViewer(context), stake);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer leads it, as its chair or the workgroup’s.' })
  viewerMayChair(@Parent() subGroup: SubGroup, @Context() context: HubContext): boolean {
    return mayChair(requireViewer(context), subGroup);
  }
}
