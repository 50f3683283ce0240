import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RoleGrant, RoleGrantLoader } from '@sos/identity-server';
import { pageSize, Policy, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { InvitationRepository } from '../invitations/invitation.repository';
import { Invitation } from '../invitations/invitation.types';
import { SeatLoader } from '../seat.loader';
import { Seat } from '../seat.types';
import { PersonRecordRepository } from './person-record.repository';
import { MemberRole, PersonRecord, PersonRecordConnection, PersonState } from './person-record.types';

@Resolver(() => PersonRecord)
export class PersonRecordResolver {
  constructor(
    private readonly records: PersonRecordRepository,
    private readonly roleLoader: RoleGrantLoader,
    private readonly seatLoader: SeatLoader,
    private readonly invitationRepository: InvitationRepository,
  ) {}

  @Query(() => PersonRecord, { nullable: true, description: 'The person with this id, with every role and seat.' })
  @Policy('staff', 'administrator')
  async personRecord(
    @Args('personId', { type: () => ID, description: 'Id of the person.' }) personId: string,
  ): Promise<PersonRecord | null> {
    const id = uuidOf('Person', personId);
    return id ? this.records.byId(id) : null;
  }

  @Query(() => PersonRecordConnection, { description: 'Everybody who is or was in the hub, by name.' })
  @Policy('staff', 'administrator')
  async personRecords(
    @Args('text', { type: () => String, nullable: true, description: 'Looked for in name, address, job and agency.' })
    text: string | null,
    @Args('agencyId', { type: () => ID, nullable: true, description: 'Only people of this agency.' })
    agencyId: string | null,
    @Args('role', { type: () => MemberRole, nullable: true, description: 'Only who is this today.' })
    role: MemberRole | null,
    @Args('state', { type: () => PersonState, nullable: true, description: 'Only who is in the hub, or who left.' })
    state: PersonState | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
  ): Promise<PersonRecordConnection> {
    const filter = {
      text: text?.trim().slice(0, 200) || null,
      // An id of nothing finds nobody, as an agency without people would.
      agencyId: agencyId ? (uuidOf('Agency', agencyId) ?? '00000000-0000-0000-0000-000000000000') : null,
      role: role ?? null,
      state: state ?? null,
    };
    return this.records.list(filter, pageSize(first, 50), after ?? null);
  }

  @ResolveField(() => [RoleGrant])
  async roles(@Parent() { person }: PersonRecord, @Context() { loaders }: HubContext): Promise<RoleGrant[]> {
    return (await loaders.get(this.roleLoader.byPerson).load(person.id)) ?? [];
  }

  @ResolveField(() => [Seat])
  async seats(@Parent() { person }: PersonRecord, @Context() { loaders }: HubContext): Promise<Seat[]> {
    return (await loaders.get(this.seatLoader.allByPerson).load(person.id)) ?? [];
  }

  @ResolveField(() => [Invitation])
  async invitations(@Parent() { person }: PersonRecord, @Context() context: HubContext): Promise<Invitation[]> {
    const filter = { state: null, subGroupId: null, email: person.email };
    const { edges } = await this.invitationRepository.list(requireViewer(context), filter, 50, null);
    return edges.map(({ node }) => node);
  }
}
