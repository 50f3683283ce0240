import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Policy, type HubContext } from '@sos/platform-server';
import { LeaveHub } from './leave-hub';
import { DeactivatePersonResult, LeavingInput, ReactivatePersonResult } from './leaving.types';

@Resolver()
export class LeaveHubResolver {
  constructor(private readonly leaveHub: LeaveHub) {}

  @Mutation(() => DeactivatePersonResult, {
    description: 'Records that a person left: out of the hub at once, for thirty days with an undo.',
  })
  @Policy('administrator')
  deactivatePerson(
    @Args('input') input: LeavingInput,
    @Context() context: HubContext,
  ): Promise<DeactivatePersonResult> {
    return this.leaveHub.leave(input, context);
  }

  @Mutation(() => ReactivatePersonResult, {
    description: 'Undoes a leaving within thirty days: seats and roles come back, the person signs in anew.',
  })
  @Policy('administrator')
  reactivatePerson(
    @Args('input') input: LeavingInput,
    @Context() context: HubContext,
  ): Promise<ReactivatePersonResult> {
    return this.leaveHub.comeBack(input, context);
  }
}
