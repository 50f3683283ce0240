import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  CalendarDate,
  InvalidInputRefusal,
  Node,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  Refusal,
  RetriableInput,
} from '@sos/platform-server';
import { Agency } from '../agency.types';
import { Person } from '../person.types';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';

export enum HubRole {
  REPRESENTATIVE = 'representative',
  DATA_STEWARD = 'data_steward',
  STAFF = 'staff',
  ADMINISTRATOR = 'administrator',
}

registerEnumType(HubRole, {
  name: 'HubRole',
  description: 'What a person is to the hub beside a seat. Chairs and members hold seats: see `SeatRole`.',
  valuesMap: {
    REPRESENTATIVE: { description: 'Speaks for an agency besides the own one.' },
    DATA_STEWARD: { description: 'Describes the data sources of an agency.' },
    STAFF: { description: 'Works for the workgroup as a whole.' },
    ADMINISTRATOR: { description: 'Administers the hub: people, roles and settings.' },
  },
});

export enum TermState {
  TO_BEGIN = 'to_begin',
  RUNNING = 'running',
  ENDED = 'ended',
}

registerEnumType(TermState, {
  name: 'TermState',
  description: 'Where a term stands today, by the workgroup’s calendar.',
  valuesMap: {
    TO_BEGIN: { description: 'Its first day is yet to come.' },
    RUNNING: { description: 'It holds today.' },
    ENDED: { description: 'Its last day has passed, or it was taken back.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A role that somebody holds, with its scope and its term.' })
@Policy('staff', 'administrator')
export class RoleGrant extends Node {
  @Field(() => HubRole, { description: 'Which role.' }) role: HubRole;
  @Field(() => Agency, { nullable: true, description: 'The agency that it is for; null: across the hub.' })
  agency: Agency | null;
  @Field(() => CalendarDate, { description: 'First day.' }) startsOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: it goes on.' }) endsOn: string | null;
  @Field(() => TermState, { description: 'Whether it holds today.' }) state: TermState;
  @Field(() => Person, { nullable: true, description: 'Who gave it; null: before the hub kept it.' })
  grantedBy: Person | null;
  @Field(() => Date, { nullable: true, description: 'When it was given; null: before the hub kept it.' })
  grantedAt: Date | null;
  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' }) version: number;
  /** Whose it is. */
  personId: string;
}

@InputType({ description: 'A role for a person.' })
export class GrantRoleInput extends RetriableInput {
  @Field(() => ID, { description: 'The person.' }) personId: string;
  @Field(() => HubRole, { description: 'Which role.' }) role: HubRole;
  @Field(() => ID, { nullable: true, description: 'For data stewards and representatives: the agency.' })
  agencyId?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'First day; left out: today.' }) startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; left out: it goes on.' }) endsOn?: string | null;
}

@InputType({ description: 'Another last day for a role.' })
export class ChangeRoleTermInput {
  @Field(() => ID, { description: 'The role that somebody holds.' }) roleGrantId: string;
  @Field(() => Int, { description: 'Version that was seen.' }) expectedVersion: number;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: it goes on.' }) endsOn: string | null;
}

@InputType({ description: 'The end of a role, at once.' })
export class EndRoleInput {
  @Field(() => ID, { description: 'The role that somebody holds.' }) roleGrantId: string;
  @Field(() => Int, { description: 'Version that was seen.' }) expectedVersion: number;
}

@ObjectType({ description: 'The role as it stands now.' })
@Policy('staff', 'administrator')
export class RoleSuccess {
  readonly __typename = 'RoleSuccess';
  @Field(() => RoleGrant, { description: 'The role.' }) roleGrant: RoleGrant;
}

@ObjectType({ implements: () => [Refusal], description: 'Somebody else changed the role since.' })
@Policy('staff', 'administrator')
export class StaleRoleRefusal extends Refusal {
  readonly __typename = 'StaleRoleRefusal';
  @Field(() => RoleGrant, { description: 'The role as it stands now.' }) current: RoleGrant;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'It would leave the hub without an administrator, today or on a later day.',
})
@Policy('staff', 'administrator')
export class LastAdministratorRefusal extends Refusal {
  readonly __typename = 'LastAdministratorRefusal';
}

export const RoleResult = createUnionType({
  name: 'RoleResult',
  description: 'The role, or why it stays as it is.',
  types: () =>
    [
      RoleSuccess,
      StaleRoleRefusal,
      LastAdministratorRefusal,
      SignInAgainRefusal,
      NotAllowedRefusal,
      NotFoundRefusal,
      InvalidInputRefusal,
    ] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type RoleResult =
  | RoleSuccess
  | StaleRoleRefusal
  | LastAdministratorRefusal
  | SignInAgainRefusal
  | NotAllowedRefusal
  | NotFoundRefusal
  | InvalidInputRefusal;
