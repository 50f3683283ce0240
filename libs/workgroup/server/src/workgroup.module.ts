import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { PendingInvitations } from '@sos/identity-server';
import { NodeRegistry, ViewerSource } from '@sos/platform-server';
import { AccessResolver } from './access/access.resolver';
import { BodyAccess } from './access/body.access';
import { ExplainAccess } from './access/explain-access';
import { ActivityResolver } from './activity.resolver';
import { AcceptInvitation } from './invitations/accept-invitation';
import { ChangeInvitation } from './invitations/change-invitation';
import { InvitationMail } from './invitations/invitation-mail';
import { InvitationRepository } from './invitations/invitation.repository';
import { InvitationResolver, SubGroupInvitationsResolver } from './invitations/invitation.resolver';
import { InvitePerson } from './invitations/invite-person';
import { LeavingOfInvitations } from './invitations/leaving-of-invitations';
import { LeavingOfSeats } from './membership/leaving-of-seats';
import { SeatActs } from './membership/seat-acts';
import { SeatActsResolver } from './membership/seat-acts.resolver';
import { PersonRecordRepository } from './people/person-record.repository';
import { PersonRecordResolver } from './people/person-record.resolver';
import { ProviderInvitations } from './invitations/provider-invitations';
import { SeatLoader } from './seat.loader';
import { AgencySeatsResolver, PersonSeatsResolver, SeatResolver } from './seat.resolver';
import { SeatedViewers } from './seated-viewers';
import { SetUpHub } from './set-up/set-up-hub';
import { SetUpResolver } from './set-up/set-up.resolver';
import { SubGroupResolver } from './sub-group.resolver';
import { HubWorkgroupResolver, ViewerBodiesResolver } from './viewer-bodies.resolver';
import { FocusItemLoader, SubGroupLoader, WorkgroupLoader } from './workgroup.loader';
import { WorkgroupRepository } from './workgroup.repository';
import { WorkgroupResolver } from './workgroup.resolver';

/**
 * The workgroup, its sub-groups, focus items and seats; and, because seats make roles, the source of viewers.
 * Global: every domain above names sub-groups.
 */
@Global()
@Module({
  providers: [
    AccessResolver,
    BodyAccess,
    ExplainAccess,
    AcceptInvitation,
    ActivityResolver,
    AgencySeatsResolver,
    ChangeInvitation,
    FocusItemLoader,
    HubWorkgroupResolver,
    InvitationMail,
    InvitationRepository,
    InvitationResolver,
    InvitePerson,
    LeavingOfInvitations,
    LeavingOfSeats,
    PersonRecordRepository,
    PersonRecordResolver,
    PersonSeatsResolver,
    SeatActs,
    SeatActsResolver,
    SeatLoader,
    SeatResolver,
    SetUpHub,
    SetUpResolver,
    SubGroupInvitationsResolver,
    SubGroupLoader,
    SubGroupResolver,
    ViewerBodiesResolver,
    WorkgroupLoader,
    WorkgroupRepository,
    WorkgroupResolver,
    { provide: PendingInvitations, useClass: ProviderInvitations },
    { provide: ViewerSource, useClass: SeatedViewers },
  ],
  exports: [
    FocusItemLoader,
    PendingInvitations,
    SeatLoader,
    SubGroupLoader,
    ViewerSource,
    WorkgroupLoader,
    WorkgroupRepository,
  ],
})
export class WorkgroupModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly workgroups: WorkgroupLoader,
    private readonly subGroups: SubGroupLoader,
    private readonly focusItems: FocusItemLoader,
    private readonly seats: SeatLoader,
    private readonly invitations: InvitationRepository,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Workgroup', (id, { loaders }) => loaders.get(this.workgroups.byId).load(id));
    this.nodes.register('SubGroup', (id, { loaders }) => loaders.get(this.subGroups.byId).load(id));
    this.nodes.register('FocusItem', (id, { loaders }) => loaders.get(this.focusItems.byId).load(id));
    this.nodes.register('Seat', (id, { loaders }) => loaders.get(this.seats.byId).load(id));
    this.nodes.register('Invitation', (id, { viewer }) => this.invitations.visibleTo(viewer!, id));
  }
}
