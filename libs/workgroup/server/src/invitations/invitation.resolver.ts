import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, requireViewer, toConnection, type HubContext } from '@sos/platform-server';
import { SubGroup } from '../sub-group.types';
import { AcceptInvitation } from './accept-invitation';
import { AcceptInvitationInput, AcceptInvitationResult, OfferedMembership } from './accept-invitation.types';
import { ChangeInvitation } from './change-invitation';
import { InvitationRepository } from './invitation.repository';
import {
  Invitation,
  InvitationConnection,
  InvitationInput,
  InvitationResult,
  InvitationState,
  InvitePersonInput,
  InvitePersonResult,
} from './invitation.types';
import { InvitePerson } from './invite-person';

@Resolver()
export class InvitationResolver {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly invitePersons: InvitePerson,
    private readonly changes: ChangeInvitation,
    private readonly acceptance: AcceptInvitation,
  ) {}

  @Query(() => InvitationConnection, {
    name: 'invitations',
    description: 'Invitations that the viewer may give, latest first; none for who may give none.',
  })
  @Policy('chair of', 'staff', 'administrator')
  list(
    @Args('state', { type: () => InvitationState, nullable: true, description: 'Only those in this state.' })
    state: InvitationState | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
    @Context() context: HubContext,
  ): Promise<InvitationConnection> {
    const filter = { state: state ?? null, subGroupId: null, email: null };
    return this.invitations.list(requireViewer(context), filter, pageSize(first, 50), after ?? null);
  }

  @Query(() => OfferedMembership, {
    nullable: true,
    description: 'What the link of an invitation offers; null when it no longer works. Looking uses nothing up.',
  })
  @Policy('public')
  offeredMembership(
    @Args('token', { description: 'The secret in the link.' }) token: string,
  ): Promise<OfferedMembership | null> {
    return this.acceptance.offered(token);
  }

  @Mutation(() => InvitePersonResult, {
    description: 'Invites an address to a seat or a role; somebody who is here already gets it at once.',
  })
  @Policy('chair of', 'staff', 'administrator')
  invitePerson(@Args('input') input: InvitePersonInput, @Context() context: HubContext): Promise<InvitePersonResult> {
    return this.invitePersons.invite(input, context);
  }

  @Mutation(() => InvitationResult, { description: 'Takes an invitation back: its links no longer work.' })
  @Policy('chair of', 'staff', 'administrator')
  revokeInvitation(@Args('input') input: InvitationInput, @Context() context: HubContext): Promise<InvitationResult> {
    return this.changes.revoke(input, context);
  }

  @Mutation(() => InvitationResult, {
    description: 'Sends an invitation under a new link for seven more days; also one that was revoked or has expired.',
  })
  @Policy('chair of', 'staff', 'administrator')
  resendInvitation(@Args('input') input: InvitationInput, @Context() context: HubContext): Promise<InvitationResult> {
    return this.changes.resend(input, context);
  }

  @Mutation(() => AcceptInvitationResult, {
    description: 'Accepts an invitation by the secret of its link, which is used up; a new person is signed in.',
  })
  @Policy('public')
  acceptInvitation(
    @Args('input') input: AcceptInvitationInput,
    @Context() context: HubContext,
  ): Promise<AcceptInvitationResult> {
    return this.acceptance.accept(input, context);
  }
}

@Resolver(() => SubGroup)
export class SubGroupInvitationsResolver {
  constructor(private readonly invitations: InvitationRepository) {}

  @ResolveField(() => InvitationConnection, {
    name: 'invitations',
    description: 'Invitations to its seats that are open or have expired; none for who may not invite.',
  })
  async itsInvitations(@Parent() subGroup: SubGroup, @Context() context: HubContext): Promise<InvitationConnection> {
    const viewer = requireViewer(context);
    const list = (state: InvitationState) =>
      this.invitations.list(viewer, { state, subGroupId: subGroup.id, email: null }, 50, null);
    const lists = [await list(InvitationState.OPEN), await list(InvitationState.EXPIRED)];
    const rows = lists.flatMap(({ edges }) => edges.map(({ node }): Invitation => node));
    return toConnection(rows, rows.length, null, (row) => [row.invitedAt, row.id], rows.length) as InvitationConnection;
  }
}
