import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { AsOfReaders } from '@sos/activity-server';
import { NodeRegistry } from '@sos/platform-server';
import { DeclarationHistory } from './declaration-history';
import { DeclareHealth } from './declare-health';
import { DeclareHealthResolver } from './declare-health.resolver';
import { GoalAsOf } from './goal.as-of';
import { GoalAttention } from './goal-attention';
import { GoalLoader } from './goal.loader';
import { GoalRepository } from './goal.repository';
import { GoalResolver, WorkgroupGoalsResolver } from './goal.resolver';
import { GoalService } from './goal.service';
import { HealthAccess } from './health.access';
import { HealthDeclarationLoader } from './health-declaration.loader';
import { ObjectiveLoader } from './objective.loader';
import { ObjectiveResolver } from './objective.resolver';

/** Goals, objectives and what chairs declare about them. Global: the domains above name goals. */
@Global()
@Module({
  providers: [
    HealthAccess,
    DeclarationHistory,
    DeclareHealth,
    DeclareHealthResolver,
    GoalAsOf,
    GoalAttention,
    GoalLoader,
    GoalRepository,
    GoalResolver,
    GoalService,
    HealthDeclarationLoader,
    ObjectiveLoader,
    ObjectiveResolver,
    WorkgroupGoalsResolver,
  ],
  exports: [GoalAttention, GoalLoader, ObjectiveLoader],
})
export class GoalsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly goals: GoalLoader,
    private readonly objectives: ObjectiveLoader,
    private readonly declarations: HealthDeclarationLoader,
    private readonly asOf: AsOfReaders,
    private readonly past: GoalAsOf,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Goal', (id, { loaders }) => loaders.get(this.goals.byId).load(id));
    this.nodes.register('Objective', (id, { loaders }) => loaders.get(this.objectives.byId).load(id));
    this.asOf.register('Goal', (id, since, context) => this.past.goal(id, since, context));
    this.asOf.register('Objective', (id, since, context) => this.past.objective(id, since, context));
    this.nodes.register('HealthDeclaration', (id, { loaders }) => loaders.get(this.declarations.byId).load(id));
  }
}
