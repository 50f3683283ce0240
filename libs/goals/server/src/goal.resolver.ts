import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Calendar, pageSize, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { Workgroup, WorkgroupLoader } from '@sos/workgroup-server';
import { DeclarationHistory } from './declaration-history';
import { GoalLoader } from './goal.loader';
import { GoalRepository } from './goal.repository';
import { GoalService } from './goal.service';
import { Goal } from './goal.types';
import { HealthDeclarationLoader } from './health-declaration.loader';
import { mayDeclareGoalHealth } from './health.policy';
import { HealthDeclaration } from './health.types';
import { ObjectiveLoader } from './objective.loader';
import { Objective } from './objective.types';

@Resolver(() => Goal)
export class GoalResolver {
  constructor(
    private readonly repository: GoalRepository,
    private readonly service: GoalService,
    private readonly calendar: Calendar,
    private readonly workgroupLoader: WorkgroupLoader,
    private readonly objectiveLoader: ObjectiveLoader,
    private readonly declarationLoader: HealthDeclarationLoader,
    private readonly history: DeclarationHistory,
  ) {}

  @Query(() => [Goal], {
    description:
      'Goals that are pursued today, those that want attention first: off track, then silent, then not declared or lapsed, then at risk, then the rest.',
  })
  @Policy('signed in')
  goals(@Context() context: HubContext): Promise<Goal[]> {
    return this.service.current(context);
  }

  @Query(() => Goal, { nullable: true, description: 'The goal of the current workgroup with this number.' })
  @Policy('signed in')
  goal(@Args('number', { type: () => Int }) number: number): Promise<Goal | null> {
    return this.repository.byNumber(number);
  }

  @ResolveField(() => Workgroup, { description: 'The workgroup whose goal it is.' })
  workgroup(@Parent() goal: Goal, @Context() { loaders }: HubContext): Promise<Workgroup | null> {
    return loaders.get(this.workgroupLoader.byId).load(goal.workgroupId);
  }

  @ResolveField(() => [Objective], { description: 'Its objectives, by position.' })
  async objectives(@Parent() goal: Goal, @Context() { loaders }: HubContext): Promise<Objective[]> {
    return (await loaders.get(this.objectiveLoader.byGoal).load(goal.id)) ?? [];
  }

  @ResolveField(() => HealthDeclaration, { nullable: true, description: 'The latest declaration, lapsed or not.' })
  declaredHealth(@Parent() goal: Goal, @Context() { loaders }: HubContext): Promise<HealthDeclaration | null> {
    return loaders.get(this.declarationLoader.latestOfGoal).load(goal.id);
  }

  @ResolveField(() => [HealthDeclaration], { description: 'What was declared, newest first.' })
  declarations(
    @Parent() goal: Goal,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Context() { loaders }: HubContext,
  ): Promise<HealthDeclaration[]> {
    return this.history.of(loaders, 'goal_id', goal.id, pageSize(first, 20));
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer chairs the workgroup and the goal is pursued.' })
  viewerMayDeclareHealth(@Parent() goal: Goal, @Context() context: HubContext): boolean {
    const isCurrent = goal.endedOn === null || goal.endedOn >= this.calendar.today();
    return mayDeclareGoalHealth(requireViewer(context), { isCurrent });
  }
}

@Resolver(() => Workgroup)
export class WorkgroupGoalsResolver {
  constructor(private readonly goalLoader: GoalLoader) {}

  @ResolveField(() => [Goal], { description: 'Every goal that the body had, ended ones too, by number.' })
  @Policy('signed in')
  async goals(@Parent() workgroup: Workgroup, @Context() { loaders }: HubContext): Promise<Goal[]> {
    return (await loaders.get(this.goalLoader.byWorkgroup).load(workgroup.id)) ?? [];
  }
}
