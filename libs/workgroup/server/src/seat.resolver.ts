import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Agency, Person, TermState, termState } from '@sos/identity-server';
import { Calendar, requireViewer, type HubContext } from '@sos/platform-server';
import { mayFillSeat } from './membership/seat.policy';
import { SeatLoader } from './seat.loader';
import { Seat } from './seat.types';
import { WorkgroupLoader } from './workgroup.loader';
import { Workgroup } from './workgroup.types';

@Resolver(() => Seat)
export class SeatResolver {
  constructor(
    private readonly workgroupLoader: WorkgroupLoader,
    private readonly calendar: Calendar,
  ) {}

  @ResolveField(() => Workgroup, { description: 'The workgroup whose seat it is.' })
  workgroup(@Parent() seat: Seat, @Context() { loaders }: HubContext): Promise<Workgroup | null> {
    return loaders.get(this.workgroupLoader.byId).load(seat.workgroupId);
  }

  @ResolveField(() => TermState, { description: 'Whether the term runs today.' })
  state(@Parent() seat: Seat): TermState {
    return termState(seat, this.calendar.today());
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may fill it, hand it over or vacate it.' })
  async viewerMayFill(@Parent() seat: Seat, @Context() context: HubContext): Promise<boolean> {
    const viewer = requireViewer(context);
    const subGroupId = seat.subGroup?.id ?? null;
    const stake = { subGroupId, role: seat.role, bodyEndedOn: seat.subGroup?.endedOn ?? null };
    if (!mayFillSeat(viewer, stake)) return false;
    // Asked last: nearly nobody gets here.
    return (await this.workgroup(seat, context))?.endedOn === null;
  }
}

@Resolver(() => Agency)
export class AgencySeatsResolver {
  constructor(private readonly seatLoader: SeatLoader) {}

  @ResolveField(() => [Seat], { description: 'Running seats of the agency, in the workgroup and its sub-groups.' })
  async seats(@Parent() agency: Agency, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.runningByAgency).load(agency.id)) ?? [];
  }
}

@Resolver(() => Person)
export class PersonSeatsResolver {
  constructor(private readonly seatLoader: SeatLoader) {}

  @ResolveField(() => [Seat], { description: 'Running seats that the person holds.' })
  async seats(@Parent() person: Person, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.runningByPerson).load(person.id)) ?? [];
  }
}
