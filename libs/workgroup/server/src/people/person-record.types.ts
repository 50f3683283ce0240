import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person, RoleGrant } from '@sos/identity-server';
import { connectionOf, Policy, type Connection } from '@sos/platform-server';
import { Invitation } from '../invitations/invitation.types';
import { Seat } from '../seat.types';

export enum MemberRole {
  CHAIR = 'chair',
  MEMBER = 'member',
  REPRESENTATIVE = 'representative',
  DATA_STEWARD = 'data_steward',
  STAFF = 'staff',
  ADMINISTRATOR = 'administrator',
  NONE = 'none',
}

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What somebody is to the workgroup today, by seat or by role, for a filter.',
  valuesMap: {
    CHAIR: { description: 'Chair or co-chair of the workgroup or a sub-group.' },
    MEMBER: { description: 'Member or alternate in a seat.' },
    REPRESENTATIVE: { description: 'Speaks for an agency besides the own one.' },
    DATA_STEWARD: { description: 'Data steward of an agency.' },
    STAFF: { description: 'Staff of the workgroup.' },
    ADMINISTRATOR: { description: 'Administrator of the hub.' },
    NONE: { description: 'No seat and no role.' },
  },
});

export enum PersonState {
  ACTIVE = 'active',
  LEFT = 'left',
}

registerEnumType(PersonState, {
  name: 'PersonState',
  description: 'Whether somebody is in the hub.',
  valuesMap: { ACTIVE: { description: 'In the hub.' }, LEFT: { description: 'Left the hub.' } },
});

@ObjectType({
  description: 'A person as those who look after the hub see them: with every role and seat, of any term.',
})
@Policy('staff', 'administrator')
export class PersonRecord {
  @Field(() => ID, { description: 'Id of the person.' }) id: string;
  @Field(() => Person, { description: 'The person.' }) person: Person;
  @Field(() => PersonState, { description: 'In the hub, or gone.' }) state: PersonState;
  @Field(() => Date, { nullable: true, description: 'When the person left.' }) leftAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until then a leaving is undone with `reactivatePerson`.' })
  undoUntil: Date | null;
  @Field(() => [RoleGrant], { description: 'Roles beside seats, those that have ended last.' }) roles?: RoleGrant[];
  @Field(() => [Seat], { description: 'Seats held or stood in for, those that have ended last.' }) seats?: Seat[];
  @Field(() => [Invitation], { description: 'Invitations to the address that the viewer may give, latest first.' })
  invitations?: Invitation[];
}

export const PersonRecordConnection = connectionOf(PersonRecord, 'PersonRecord', 'people with their roles');
export type PersonRecordConnection = Connection<PersonRecord>;
