import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import {
  connectionOf,
  InvalidInputRefusal,
  Node,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  RetriableInput,
  type Connection,
} from '@sos/platform-server';

@ObjectType({ implements: () => [Node], description: 'Something that was removed, and can be restored for 30 days.' })
@Policy('signed in')
export class RemovedThing extends Node {
  @Field({ description: 'GraphQL type of the thing.' }) subjectType: string;
  @Field({ description: 'Its title at that time.' }) label: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub at which it is again once it is restored.' })
  path: string | null;
  @Field({ description: 'Who removed it, by the name at that time.' }) removedByLabel: string;
  @Field(() => Date, { description: 'When it was removed.' }) removedAt: Date;
  @Field(() => Date, { description: 'Until when it can be restored.' }) restorableUntil: Date;
}

export const RemovedThingConnection = connectionOf(RemovedThing, 'RemovedThing', 'removed things');
export type RemovedThingConnection = Connection<RemovedThing>;

@ObjectType({ description: 'It was removed; everybody who may change it can restore it for 30 days.' })
@Policy('signed in')
export class RemoveSuccess {
  readonly __typename = 'RemoveSuccess';
  @Field(() => RemovedThing, { description: 'What was removed.' }) removed: RemovedThing;
}

const resolveType = (value: { __typename: string }) => value.__typename;

export const RemoveResult = createUnionType({
  name: 'RemoveResult',
  description: 'What was removed, or why it was not.',
  types: () => [RemoveSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType,
});
export type RemoveResult = RemoveSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;

@InputType({ description: 'Something that was removed, to be put back.' })
export class RestoreInput extends RetriableInput {
  @Field(() => ID, { description: 'The removed thing.' }) removedId: string;
}

@ObjectType({ description: 'It is back, with all that belongs to it.' })
@Policy('signed in')
export class RestoreSuccess {
  readonly __typename = 'RestoreSuccess';
  @Field({ description: 'GraphQL type of the thing.' }) subjectType: string;
  @Field(() => ID, { description: 'Id of the thing.' }) subjectId: string;
  @Field({ description: 'Its title.' }) label: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub.' }) path: string | null;
}

export const RestoreResult = createUnionType({
  name: 'RestoreResult',
  description: 'What is back, or why it is not.',
  types: () => [RestoreSuccess, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType,
});
export type RestoreResult = RestoreSuccess | NotFoundRefusal | InvalidInputRefusal;
