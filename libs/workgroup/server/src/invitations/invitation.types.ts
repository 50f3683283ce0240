import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Agency, HubRole, Person, SignInAgainRefusal } from '@sos/identity-server';
import {
  CalendarDate,
  connectionOf,
  InvalidInputRefusal,
  Node,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  RetriableInput,
  type Connection,
} from '@sos/platform-server';
import { SeatRole } from '../seat.types';
import { SubGroup } from '../sub-group.types';

export enum InvitationState {
  OPEN = 'open',
  EXPIRED = 'expired',
  ACCEPTED = 'accepted',
  REVOKED = 'revoked',
}

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'What has become of an invitation.',
  valuesMap: {
    OPEN: { description: 'It waits for an answer.' },
    EXPIRED: { description: 'Seven days have passed without an answer; sending it again opens it.' },
    ACCEPTED: { description: 'The person has come.' },
    REVOKED: { description: 'It was taken back; its links no longer work.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'That somebody outside is asked to take part, and as what.' })
@Policy('chair of', 'staff', 'administrator')
export class Invitation extends Node {
  @Field({ description: 'The exact address that must prove itself: the link is mailed there.' }) email: string;
  @Field({ description: 'The name that the inviter knows; empty when none was given.' }) fullName: string;
  @Field(() => Agency, { description: 'The agency that the person works for.' }) agency: Agency;
  @Field(() => SeatRole, { nullable: true, description: 'The role in the seat; null: no seat.' })
  seatRole: SeatRole | null;
  @Field(() => SubGroup, { nullable: true, description: 'The sub-group of the seat; null: the workgroup, or no seat.' })
  subGroup: SubGroup | null;
  @Field(() => [HubRole], { description: 'Roles beside the seat.' }) roles: HubRole[];
  @Field(() => CalendarDate, { description: 'First day of seat and roles.' }) startsOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day of seat and roles; null: they go on.' })
  endsOn: string | null;
  @Field({ description: 'What the inviter wrote; stands in the message.' }) note: string;
  @Field(() => Person, { description: 'Who invited.' }) invitedBy: Person;
  @Field(() => Date, { description: 'When.' }) invitedAt: Date;
  @Field(() => Date, { description: 'Until then its links work.' }) expiresAt: Date;
  @Field(() => Date, { nullable: true, description: 'When the latest message went out; null: it is on its way.' })
  mailedAt: Date | null;
  @Field(() => InvitationState, { description: 'What has become of it.' }) state: InvitationState;
  @Field(() => Person, { nullable: true, description: 'Who came of it.' }) acceptedBy: Person | null;
}

export const InvitationConnection = connectionOf(Invitation, 'Invitation', 'invitations');
export type InvitationConnection = Connection<Invitation>;

@InputType({ description: 'The seat that waits for an invited person.' })
export class InvitedSeatInput {
  @Field(() => ID, { nullable: true, description: 'The sub-group; left out: the workgroup itself.' })
  subGroupId?: string | null;
  @Field(() => SeatRole, { nullable: true, defaultValue: SeatRole.MEMBER, description: 'The role in the seat.' })
  role: SeatRole;
  @Field(() => ID, { nullable: true, description: 'The vacant seat to fill; left out: one is added.' })
  seatId?: string | null;
}

@InputType({ description: 'An invitation to one address.' })
export class InvitePersonInput extends RetriableInput {
  @Field({ description: 'The exact address at work.' }) email: string;
  @Field(() => String, { nullable: true, description: 'The name, if known; the person may write it differently.' })
  fullName?: string | null;
  @Field(() => ID, { description: 'The agency that the person works for, and whose seat it is.' }) agencyId: string;
  @Field(() => InvitedSeatInput, { nullable: true, description: 'The seat; left out: none.' })
  seat?: InvitedSeatInput | null;
  @Field(() => [HubRole], { nullable: true, defaultValue: [], description: 'Roles beside the seat.' }) roles: HubRole[];
  @Field(() => CalendarDate, { nullable: true, description: 'First day; left out: today.' }) startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; left out: it goes on.' }) endsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'A few words for the message, at most 500 characters.' })
  note?: string | null;
}

@InputType({ description: 'Which invitation.' })
export class InvitationInput {
  @Field(() => ID, { description: 'The invitation.' }) invitationId: string;
}

@ObjectType({ description: 'The invitation as it stands now; the message is on its way.' })
@Policy('chair of', 'staff', 'administrator')
export class InvitationSuccess {
  readonly __typename = 'InvitationSuccess';
  @Field(() => Invitation, { description: 'The invitation.' }) invitation: Invitation;
}

@ObjectType({ description: 'The person is in the hub already, and has the seat and the roles from now on.' })
@Policy('chair of', 'staff', 'administrator')
export class MembershipAdded {
  readonly __typename = 'MembershipAdded';
  @Field(() => Person, { description: 'The person.' }) person: Person;
}

export const InvitePersonResult = createUnionType({
  name: 'InvitePersonResult',
  description: 'The invitation, or the person who was there already, or why not.',
  types: () =>
    [
      InvitationSuccess,
      MembershipAdded,
      SignInAgainRefusal,
      NotAllowedRefusal,
      NotFoundRefusal,
      InvalidInputRefusal,
    ] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type InvitePersonResult =
  InvitationSuccess | MembershipAdded | SignInAgainRefusal | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;

export const InvitationResult = createUnionType({
  name: 'InvitationResult',
  description: 'The invitation, or why it stays as it is.',
  types: () => [InvitationSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type InvitationResult = InvitationSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
