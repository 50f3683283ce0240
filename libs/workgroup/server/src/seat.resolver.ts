import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Agency, Person } from '@sos/identity-server';
import type { HubContext } from '@sos/platform-server';
import { SeatLoader } from './seat.loader';
import { Seat } from './seat.types';
import { WorkgroupLoader } from './workgroup.loader';
import { Workgroup } from './workgroup.types';

@Resolver(() => Seat)
export class SeatResolver {
  constructor(private readonly workgroupLoader: WorkgroupLoader) {}

  @ResolveField(() => Workgroup, { description: 'The workgroup whose seat it is.' })
  workgroup(@Parent() seat: Seat, @Context() { loaders }: HubContext): Promise<Workgroup | null> {
    return loaders.get(this.workgroupLoader.byId).load(seat.workgroupId);
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
