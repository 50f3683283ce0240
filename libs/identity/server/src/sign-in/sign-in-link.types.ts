import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, Policy } from '@sos/platform-server';

@ObjectType({ description: 'The request for a sign-in link was taken down; the answer is the same for every address.' })
@Policy('public')
export class RequestSignInLinkSuccess {
  readonly __typename = 'RequestSignInLinkSuccess';
  @Field({ description: 'What to do now, in a sentence for the person.' }) message: string;
}

export const RequestSignInLinkResult = createUnionType({
  name: 'RequestSignInLinkResult',
  description: 'Taken down, or why not.',
  types: () => [RequestSignInLinkSuccess, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type RequestSignInLinkResult = RequestSignInLinkSuccess | InvalidInputRefusal;
