import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotAllowedRefusal, NotFoundRefusal, Policy, RetriableInput } from '@sos/platform-server';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';

@ObjectType({
  description: 'A token with which one of the viewer’s own programs uses the API. The token itself is shown once.',
})
@Policy('signed in')
export class AccessToken {
  @Field(() => ID, { description: 'For `revokeAccessToken`.' }) id: string;
  @Field({ description: 'What the viewer calls it.' }) name: string;
  @Field({ description: 'Whether it may change things; otherwise it only reads.' }) mayWrite: boolean;
  @Field(() => Date, { description: 'When it was made.' }) createdAt: Date;
  @Field(() => Date, { description: 'When it stops working.' }) expiresAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was last used, to a minute; null: never.' })
  lastUsedAt: Date | null;
  @Field({ description: 'Whether its time is over.' }) isExpired: boolean;
}

@InputType({ description: 'A token to make.' })
export class CreateAccessTokenInput extends RetriableInput {
  @Field({ description: 'What it is for, in 1 to 100 characters: `Monthly report`.' }) name: string;
  @Field({ description: 'Whether it may change things; otherwise it only reads.' }) mayWrite: boolean;
  @Field(() => Int, { description: 'In how many days it stops working, 1 to 365.' }) days: number;
}

@ObjectType({ description: 'The token was made.' })
@Policy('signed in')
export class CreateAccessTokenSuccess {
  readonly __typename = 'CreateAccessTokenSuccess';
  @Field(() => AccessToken, { description: 'What is kept of it.' }) accessToken: AccessToken;
  @Field(() => String, {
    nullable: true,
    description:
      'The token, shown this once. Null in a repeated answer to the same `idempotencyKey`: the hub does not know it any more; revoke it and make another.',
  })
  token: string | null;
}

export const CreateAccessTokenResult = createUnionType({
  name: 'CreateAccessTokenResult',
  description: 'The token, or why there is none.',
  types: () => [CreateAccessTokenSuccess, SignInAgainRefusal, NotAllowedRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type CreateAccessTokenResult =
  CreateAccessTokenSuccess | SignInAgainRefusal | NotAllowedRefusal | InvalidInputRefusal;

@ObjectType({ description: 'The token no longer works.' })
@Policy('signed in')
export class RevokeAccessTokenSuccess {
  readonly __typename = 'RevokeAccessTokenSuccess';
  @Field(() => [AccessToken], { description: 'Those that remain.' }) accessTokens: AccessToken[];
}

export const RevokeAccessTokenResult = createUnionType({
  name: 'RevokeAccessTokenResult',
  description: 'Revoked, or why not.',
  types: () => [RevokeAccessTokenSuccess, NotFoundRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
