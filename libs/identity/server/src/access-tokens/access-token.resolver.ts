import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, Policy, requireSession, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import {
  AccessToken,
  CreateAccessTokenInput,
  CreateAccessTokenResult,
  RevokeAccessTokenResult,
} from './access-token.types';
import { AccessTokens } from './access-tokens';

@Resolver()
export class AccessTokenResolver {
  constructor(private readonly tokens: AccessTokens) {}

  @Query(() => [AccessToken], { description: 'The viewer’s own access tokens, the newest first. Not for programs.' })
  @Policy('signed in')
  myAccessTokens(@Context() context: HubContext): Promise<AccessToken[]> {
    requireSession(context);
    return this.tokens.list(requireViewer(context).personId);
  }

  @Mutation(() => CreateAccessTokenResult, {
    description: 'Makes a token for one of the viewer’s own programs. Needs a recent sign-in.',
  })
  @Policy('signed in')
  createAccessToken(
    @Args('input') input: CreateAccessTokenInput,
    @Context() context: HubContext,
  ): Promise<CreateAccessTokenResult> {
    requireSession(context);
    return this.tokens.create(input, context);
  }

  @Mutation(() => RevokeAccessTokenResult, { description: 'Ends one of the viewer’s access tokens, at once.' })
  @Policy('signed in')
  async revokeAccessToken(
    @Args('id', { type: () => ID, description: 'Of `myAccessTokens`.' }) id: string,
    @Context() context: HubContext,
  ): Promise<typeof RevokeAccessTokenResult> {
    requireSession(context);
    const viewer = requireViewer(context);
    const uuid = uuidOf('AccessToken', id);
    if (!uuid || !(await this.tokens.revoke(viewer, uuid))) return notFound('access token');
    return { __typename: 'RevokeAccessTokenSuccess', accessTokens: await this.tokens.list(viewer.personId) };
  }
}
