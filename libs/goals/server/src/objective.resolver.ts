import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Calendar, pageSize, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { Agency, AgencyLoader } from '@sos/identity-server';
import { FocusItem } from '@sos/workgroup-server';
import { DeclarationHistory } from './declaration-history';
import { GoalLoader } from './goal.loader';
import { GoalRepository } from './goal.repository';
import { Goal } from './goal.types';
import { HealthDeclarationLoader } from './health-declaration.loader';
import { mayDeclareObjectiveHealth } from './health.policy';
import { HealthDeclaration } from './health.types';
import { ObjectiveLoader } from './objective.loader';
import { Objective } from './objective.types';

@Resolver(() => Objective)
export class ObjectiveResolver {
  constructor(
    private readonly repository: GoalRepository,
    private readonly calendar: Calendar,
    private readonly agencyLoader: AgencyLoader,
    private readonly goalLoader: GoalLoader,
    private readonly objectiveLoader: ObjectiveLoader,
    private readonly declarationLoader: HealthDeclarationLoader,
    private readonly history: DeclarationHistory,
  ) {}

  @Query(() => Objective, { nullable: true, description: 'The objective with this key, for example 3.2.' })
  @Policy('signed in')
  objective(@Args('key') key: string): Promise<Objective | null> {
    return this.repository.objectiveByKey(key);
  }

  @ResolveField(() => Goal, { description: 'The goal that it is a step towards.' })
  goal(@Parent() objective: Objective, @Context() { loaders }: HubContext): Promise<Goal | null> {
    return loaders.get(this.goalLoader.byId).load(objective.goalId);
  }

  @ResolveField(() => Agency, { nullable: true, description: 'The agency that leads it.' })
  leadAgency(@Parent() objective: Objective, @Context() { loaders }: HubContext): Promise<Agency | null> | null {
    return objective.leadAgencyId ? loaders.get(this.agencyLoader.byId).load(objective.leadAgencyId) : null;
  }

  @ResolveField(() => [FocusItem], { description: 'The focus items that carry it.' })
  async focusItems(@Parent() objective: Objective, @Context() { loaders }: HubContext): Promise<FocusItem[]> {
    return (await loaders.get(this.objectiveLoader.focusItems).load(objective.id)) ?? [];
  }

  @ResolveField(() => HealthDeclaration, { nullable: true, description: 'The latest declaration, lapsed or not.' })
  declaredHealth(
    @Parent() objective: Objective,
    @Context() { loaders }: HubContext,
  ): Promise<HealthDeclaration | null> {
    return loaders.get(this.declarationLoader.latestOfObjective).load(objective.id);
  }

  @ResolveField(() => [HealthDeclaration], { description: 'What was declared, newest first.' })
  declarations(
    @Parent() objective: Objective,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Context() { loaders }: HubContext,
  ): Promise<HealthDeclaration[]> {
    return this.history.of(loaders, 'objective_id', objective.id, pageSize(first, 20));
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer chairs the workgroup or a sub-group that carries one of its focus items.',
  })
  async viewerMayDeclareHealth(@Parent() objective: Objective, @Context() context: HubContext): Promise<boolean> {
    const [goal, focusItems] = await Promise.all([
      context.loaders.get(this.goalLoader.byId).load(objective.goalId),
      context.loaders.get(this.objectiveLoader.focusItems).load(objective.id),
    ]);
    const subGroupIds = (focusItems ?? []).flatMap((focusItem) => focusItem.subGroups.map(({ id }) => id));
    const isCurrent = goal !== null && (goal.endedOn === null || goal.endedOn >= this.calendar.today());
    return mayDeclareObjectiveHealth(requireViewer(context), { isCurrent, subGroupIds });
  }
}
