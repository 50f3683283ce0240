import { Injectable } from '@nestjs/common';
import type { HubContext } from '@sos/platform-server';
import { GoalAttention } from './goal-attention';
import { GoalRepository } from './goal.repository';
import type { Goal } from './goal.types';
import { HealthDeclarationLoader } from './health-declaration.loader';
import { byAttention } from './health.rules';

@Injectable()
export class GoalService {
  constructor(
    private readonly goals: GoalRepository,
    private readonly declarations: HealthDeclarationLoader,
    private readonly attention: GoalAttention,
  ) {}

  /** The goals of today, those that want attention first. */
  async current(context: HubContext): Promise<Goal[]> {
    const goals = await this.goals.current();
    const ids = goals.map((goal) => goal.id);
    const latest = context.loaders.get(this.declarations.latestOfGoal);
    const [words, declared] = await Promise.all([
      this.attention.words(ids, context),
      Promise.all(ids.map((id) => latest.load(id))),
    ]);
    const standing = new Map(
      goals.map((goal, index) => {
        const word = words.get(goal.id) ?? { computed: null, isSilent: false };
        return [goal.id, { number: goal.number, declared: declared[index] ?? null, ...word }];
      }),
    );
    return goals.sort((one, other) => byAttention(standing.get(one.id)!, standing.get(other.id)!));
  }
}
