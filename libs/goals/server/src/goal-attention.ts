import { Injectable } from '@nestjs/common';
import type { HubContext } from '@sos/platform-server';
import type { Health } from './health.types';

/** What the work under a goal says. */
export interface WorkWord {
  computed: Health | null;
  isSilent: boolean;
}

type Listen = (goalIds: readonly string[], context: HubContext) => Promise<Map<string, WorkWord>>;

/**
 * Lets the domain that knows the work under goals say how it stands, so that goals can be ordered by it. This
 * domain lies below and asks nobody; until somebody speaks, goals are ordered by what is declared.
 */
@Injectable()
export class GoalAttention {
  private listen: Listen = async () => new Map();

  speakFor(listen: Listen): void {
    this.listen = listen;
  }

  words(goalIds: readonly string[], context: HubContext): Promise<Map<string, WorkWord>> {
    return this.listen(goalIds, context);
  }
}
