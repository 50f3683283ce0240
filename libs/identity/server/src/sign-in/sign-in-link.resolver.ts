import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Policy, RequestRates, type HubContext } from '@sos/platform-server';
import { RequestSignInLinkResult } from './sign-in-link.types';
import { SignInLinks } from './sign-in-links';

@Resolver()
export class SignInLinkResolver {
  constructor(
    private readonly links: SignInLinks,
    private readonly rates: RequestRates,
  ) {}

  @Mutation(() => RequestSignInLinkResult, {
    description: 'Asks for a link by mail that signs in once. Answers the same for every address.',
  })
  @Policy('public')
  async requestSignInLink(
    @Args('email', { description: 'Address at work.' }) email: string,
    @Args('returnPath', {
      type: () => String,
      nullable: true,
      description: 'Path of the hub that the link leads to, such as `/items/PS-19`.',
    })
    returnPath: string | null,
    @Context() { request }: HubContext,
  ): Promise<typeof RequestSignInLinkResult> {
    const refusal = await this.links.request(email, returnPath, this.rates.networkOf(request) ?? 'this machine');
    return refusal ?? { __typename: 'RequestSignInLinkSuccess', message };
  }
}

const message =
  'If somebody in the hub has this address, a message is on its way. Its link works once, within 30 minutes. Nothing there after five minutes? Look among the junk mail, or ask your administrator which address the hub knows.';
