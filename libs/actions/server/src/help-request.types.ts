import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputRefusal, Node, NotAllowedRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';
import { Agency, Person } from '@sos/identity-server';

export enum HelpRequestState {
  OPEN = 'open',
  ACCEPTED = 'accepted',
  CLOSED = 'closed',
}

registerEnumType(HelpRequestState, {
  name: 'HelpRequestState',
  description: 'Where a request for help stands.',
  valuesMap: {
    OPEN: { description: 'The agency has not answered.' },
    ACCEPTED: { description: 'The agency helps.' },
    CLOSED: { description: 'It is over: helped, declined, asked again, or no longer needed.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A call to an agency that can help an item on.' })
@Policy('signed in')
export class HelpRequest extends Node {
  @Field(() => Agency, { description: 'The agency that can help.' }) agency: Agency;
  @Field(() => HelpRequestState, { description: 'Where it stands.' }) state: HelpRequestState;
  @Field(() => Person, { description: 'Who asked.' }) requestedBy: Person;
  @Field(() => Date, { description: 'When.' }) requestedAt: Date;
  @Field(() => Person, { nullable: true, description: 'Who answered last; null while it is open.' })
  answeredBy: Person | null;
  @Field(() => Date, { nullable: true, description: 'When it was answered last.' }) answeredAt: Date | null;
  @Field({ description: 'The note of the update that asked.' }) note: string;
  /** Becomes `actionItem` through a loader. */
  actionItemId: string;
}

export enum HelpAnswer {
  ACCEPT = 'accept',
  CLOSE = 'close',
}

registerEnumType(HelpAnswer, {
  name: 'HelpAnswer',
  description: 'What an agency answers to a request for help.',
  valuesMap: {
    ACCEPT: { description: 'We help.' },
    CLOSE: { description: 'We have helped, or cannot.' },
  },
});

@InputType({ description: 'An agency’s answer to a request for help.' })
export class AnswerHelpRequestInput {
  @Field(() => ID, { description: 'The request.' }) helpRequestId: string;
  @Field(() => HelpAnswer, { description: 'The answer.' }) answer: HelpAnswer;
}

@InputType({ description: 'A request for help whose closing is taken back.' })
export class ReopenHelpRequestInput {
  @Field(() => ID, { description: 'The request.' }) helpRequestId: string;
}

@ObjectType({ description: 'The request was answered.' })
@Policy('signed in')
export class AnswerHelpRequestSuccess {
  readonly __typename = 'AnswerHelpRequestSuccess';
  @Field(() => HelpRequest, { description: 'The request as it stands now.' }) helpRequest: HelpRequest;
}

export const AnswerHelpRequestResult = createUnionType({
  name: 'AnswerHelpRequestResult',
  description: 'The answered request, or why it was not.',
  types: () => [AnswerHelpRequestSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type AnswerHelpRequestResult =
  AnswerHelpRequestSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
