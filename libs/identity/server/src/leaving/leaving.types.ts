import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';
import { Person } from '../person.types';
import { LastAdministratorRefusal } from '../roles/role.types';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';

@InputType({ description: 'Who left, or comes back.' })
export class LeavingInput {
  @Field(() => ID, { description: 'The person.' }) personId: string;
}

@ObjectType({ description: 'The person is out of the hub: no session, no seat, no role.' })
@Policy('administrator')
export class DeactivatePersonSuccess {
  readonly __typename = 'DeactivatePersonSuccess';
  @Field(() => Person, { description: 'The person, whom the history goes on to name.' }) person: Person;
  @Field(() => Date, { description: 'Until then it can be undone, with seats and roles as they were.' })
  undoUntil: Date;
}

@ObjectType({ description: 'The person is back, with the seats and roles that ended with the leaving.' })
@Policy('administrator')
export class ReactivatePersonSuccess {
  readonly __typename = 'ReactivatePersonSuccess';
  @Field(() => Person, { description: 'The person.' }) person: Person;
}

export const DeactivatePersonResult = createUnionType({
  name: 'DeactivatePersonResult',
  description: 'That the person is out, or why not.',
  types: () => [DeactivatePersonSuccess, LastAdministratorRefusal, SignInAgainRefusal, NotFoundRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type DeactivatePersonResult =
  DeactivatePersonSuccess | LastAdministratorRefusal | SignInAgainRefusal | NotFoundRefusal;

export const ReactivatePersonResult = createUnionType({
  name: 'ReactivatePersonResult',
  description: 'That the person is back, or why not.',
  types: () => [ReactivatePersonSuccess, SignInAgainRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type ReactivatePersonResult =
  ReactivatePersonSuccess | SignInAgainRefusal | NotFoundRefusal | InvalidInputRefusal;
