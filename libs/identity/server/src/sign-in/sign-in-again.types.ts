import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Policy, Refusal } from '@sos/platform-server';

@ObjectType({
  implements: () => [Refusal],
  description: 'The act needs a fresh sign-in: confirm who you are, then do it again. Nothing was changed.',
})
@Policy('signed in')
export class SignInAgainRefusal extends Refusal {
  readonly __typename = 'SignInAgainRefusal';
  @Field(() => Int, { description: 'How many minutes ago the sign-in may be.' }) minutes: number;
}
