import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Policy, type HubContext } from '@sos/platform-server';
import { DeclareHealth } from './declare-health';
import { DeclareGoalHealthInput, DeclareHealthResult, DeclareObjectiveHealthInput } from './declare-health.types';

@Resolver()
export class DeclareHealthResolver {
  constructor(private readonly declareHealth: DeclareHealth) {}

  @Mutation(() => DeclareHealthResult, { description: 'A chair says how a goal stands, and why.' })
  @Policy('chair of')
  declareGoalHealth(
    @Args('input') input: DeclareGoalHealthInput,
    @Context() context: HubContext,
  ): Promise<DeclareHealthResult> {
    return this.declareHealth.ofGoal(input, context);
  }

  @Mutation(() => DeclareHealthResult, { description: 'A chair says how an objective stands, and why.' })
  @Policy('chair of')
  declareObjectiveHealth(
    @Args('input') input: DeclareObjectiveHealthInput,
    @Context() context: HubContext,
  ): Promise<DeclareHealthResult> {
    return this.declareHealth.ofObjective(input, context);
  }
}
