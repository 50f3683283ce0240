import { createUnionType, Field, InputType, ObjectType } from '@nestjs/graphql';
import { HubRole } from '@sos/identity-server';
import { CalendarDate, InvalidInputRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';
import { SeatRole } from '../seat.types';

@ObjectType({ description: 'An invitation as whoever holds its link sees it.' })
@Policy('public')
export class OfferedMembership {
  @Field({ description: 'The address that it was mailed to.' }) email: string;
  @Field({ description: 'The name that the inviter gave; may be empty.' }) fullName: string;
  @Field({ description: 'Name of the agency.' }) agencyName: string;
  @Field(() => String, { nullable: true, description: 'Name of the sub-group or workgroup of the seat.' })
  bodyName: string | null;
  @Field(() => SeatRole, { nullable: true, description: 'The role in the seat; null: no seat.' })
  seatRole: SeatRole | null;
  @Field(() => [HubRole], { description: 'Roles beside the seat.' }) roles: HubRole[];
  @Field(() => CalendarDate, { nullable: true, description: 'Last day of seat and roles; null: they go on.' })
  endsOn: string | null;
  @Field({ description: 'Who invites.' }) invitedByName: string;
  @Field(() => Date, { description: 'Until then the link works.' }) expiresAt: Date;
  @Field({ description: 'Whether the address has a person in the hub already, whose name and job then stay.' })
  isKnown: boolean;
}

@InputType({ description: 'Yes to an invitation.' })
export class AcceptInvitationInput {
  @Field({ description: 'The secret in the link.' }) token: string;
  @Field({ description: 'Given name and family name, as the person writes them.' }) fullName: string;
  @Field(() => String, { nullable: true, description: 'What the person does in the agency.' }) jobTitle?: string | null;
}

@ObjectType({ description: 'The person takes part from now on.' })
@Policy('public')
export class AcceptInvitationSuccess {
  readonly __typename = 'AcceptInvitationSuccess';
  @Field({ description: 'False for somebody who was in the hub already: they sign in the way they do.' })
  isSignedIn: boolean;
}

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'That the person takes part, or why not.',
  types: () => [AcceptInvitationSuccess, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type AcceptInvitationResult = AcceptInvitationSuccess | NotFoundRefusal | InvalidInputRefusal;
