import { Args, Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CalendarDate, Policy, type HubContext } from '@sos/platform-server';
import { Objective } from '@sos/goals-server';
import type { GraphQLResolveInfo } from 'graphql';
import { ActionItemArgs } from './action-item-filter.types';
import { ActionItemLists } from './action-item.lists';
import { ActionItemConnection } from './action-item.types';
import { computeHealth, computeReporting } from './goal-health.rules';
import { windowDays } from './item-day';
import { nothing, StandingLoader, type Standing } from './standing.loader';
import { ComputedHealth, Reporting } from './standing.types';

/** What the work under an objective adds to it. */
@Resolver(() => Objective)
export class ObjectiveWorkResolver {
  constructor(
    private readonly lists: ActionItemLists,
    private readonly standings: StandingLoader,
  ) {}

  @ResolveField(() => ComputedHealth, { description: 'What the states of its items say.' })
  @Policy('signed in')
  async computedHealth(@Parent() objective: Objective, @Context() context: HubContext): Promise<ComputedHealth> {
    return computeHealth(await this.standing(objective, context), windowDays);
  }

  @ResolveField(() => Reporting, { description: 'How many of its items were heard of lately.' })
  @Policy('signed in')
  async reporting(@Parent() objective: Objective, @Context() context: HubContext): Promise<Reporting> {
    return { ...computeReporting(await this.standing(objective, context)), windowDays };
  }

  @ResolveField(() => Int, { description: 'Requests for help under it that nobody has answered.' })
  @Policy('signed in')
  async openHelpRequestCount(@Parent() objective: Objective, @Context() context: HubContext): Promise<number> {
    return (await this.standing(objective, context)).openHelpRequests;
  }

  @ResolveField(() => CalendarDate, { nullable: true, description: 'Day of the newest update of its items.' })
  @Policy('signed in')
  async lastUpdateOn(@Parent() objective: Objective, @Context() context: HubContext): Promise<string | null> {
    return (await this.standing(objective, context)).lastUpdateOn;
  }

  @ResolveField(() => ActionItemConnection, { description: 'Its items, a page at a time.' })
  @Policy('signed in')
  actionItems(
    @Parent() objective: Objective,
    @Args() args: ActionItemArgs,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItemConnection> {
    return this.lists.connection('objective', objective.id, args, context, info);
  }

  private async standing(objective: Objective, { loaders }: HubContext): Promise<Standing> {
    return (await loaders.get(this.standings.ofObjective).load(objective.id)) ?? nothing;
  }
}
