import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotAllowedRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';

export enum SessionLimit {
  IDLE = 'idle',
  HOURS = 'hours',
}

registerEnumType(SessionLimit, {
  name: 'SessionLimit',
  description: 'What ends a session.',
  valuesMap: {
    IDLE: { description: 'Nobody used it; using it puts the end off.' },
    HOURS: { description: 'Its hours are up; only signing in again puts the end off.' },
  },
});

@ObjectType({ description: 'The session of this browser, and its end as it stands now.' })
@Policy('public')
export class CurrentSession {
  @Field(() => Int, { description: 'Seconds until it ends, by the clock of the hub.' }) secondsLeft: number;
  @Field(() => SessionLimit, { description: 'What ends it.' }) endedBy: SessionLimit;
  @Field(() => Int, { description: 'How many seconds before the end the person is told.' }) warningSeconds: number;
}

@ObjectType({ description: 'A browser in which the viewer is signed in.' })
@Policy('signed in')
export class OwnSession {
  @Field(() => ID, { description: 'For `endMySession`.' }) id: string;
  @Field({ description: 'Browser and system, as it says of itself: `Firefox on Windows`.' }) device: string;
  @Field({ description: 'When it began.' }) startedAt: Date;
  @Field({ description: 'When it was last used, to a minute.' }) lastSeenAt: Date;
  @Field({ description: 'Whether it is the one that asks.' }) isCurrent: boolean;
}

@ObjectType({ description: 'The session has ended.' })
@Policy('signed in')
export class EndMySessionSuccess {
  readonly __typename = 'EndMySessionSuccess';
  @Field(() => [OwnSession], { description: 'Those that remain.' }) sessions: OwnSession[];
}

export const EndMySessionResult = createUnionType({
  name: 'EndMySessionResult',
  description: 'Ended, or why not.',
  types: () => [EndMySessionSuccess, NotFoundRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@ObjectType({ description: 'Every session of the viewer has ended, this one too.' })
@Policy('public')
export class SignOutEverywhereResult {
  @Field(() => Int, { description: 'How many there were.' }) ended: number;
}

@ObjectType({ description: 'A code is on its way to the viewer’s address at work.' })
@Policy('signed in')
export class RequestCodeSuccess {
  readonly __typename = 'RequestCodeSuccess';
  @Field({ description: 'Where it was sent.' }) email: string;
}

export const RequestCodeResult = createUnionType({
  name: 'RequestCodeResult',
  description: 'Sent, or why not.',
  types: () => [RequestCodeSuccess, NotAllowedRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@ObjectType({ description: 'The viewer has proved again who they are.' })
@Policy('signed in')
export class ConfirmIdentitySuccess {
  readonly __typename = 'ConfirmIdentitySuccess';
  @Field(() => CurrentSession, { description: 'The session, renewed.' }) session: CurrentSession;
}

export const ConfirmIdentityResult = createUnionType({
  name: 'ConfirmIdentityResult',
  description: 'Confirmed, or why not.',
  types: () => [ConfirmIdentitySuccess, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
