import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignInDoor } from '@sos/identity-server';
import { Policy, type HubContext } from '@sos/platform-server';
import { SetUpHub } from './set-up-hub';
import { SetUpHubInput, SetUpHubResult, SetUpOffer } from './set-up.types';

@Resolver()
export class SetUpResolver {
  constructor(
    private readonly hub: SetUpHub,
    private readonly door: SignInDoor,
  ) {}

  @Query(() => SetUpOffer, {
    nullable: true,
    description: 'What the set-up page offers to whoever holds the address that the hub printed; null for a dead one.',
  })
  @Policy('public')
  setUpOffer(
    @Args('token', { description: 'What stands behind `#token=`.' }) token: string,
  ): Promise<SetUpOffer | null> {
    return this.hub.offer(token);
  }

  @Mutation(() => SetUpHubResult, { description: 'Makes the first administrator of a hub, and signs them in.' })
  @Policy('public')
  async setUpHub(
    @Args('input') input: SetUpHubInput,
    @Context() { request, response }: HubContext,
  ): Promise<typeof SetUpHubResult> {
    const way = this.door.wayIn('set-up', request);
    const outcome = await this.hub.setUp(input, way);
    if (outcome.refusal) return outcome.refusal;
    this.door.open(response, outcome.session, way);
    return { __typename: 'SetUpHubSuccess', fullName: outcome.fullName };
  }
}
