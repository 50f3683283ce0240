import { Injectable } from '@nestjs/common';
import { AccessQuestions, Database, openRule, question } from '@sos/platform-server';
import { fillingSeatRule, type SeatStake } from '../membership/seat.policy';
import { chairingRule } from '../workgroup.policy';

/** By which rules bodies are seen, led and filled, for whoever explains it. */
@Injectable()
export class BodyAccess {
  constructor(
    questions: AccessQuestions,
    private readonly database: Database,
  ) {
    questions.thing('SubGroup', (id) => this.subGroup(id));
    questions.ask('SubGroup', async (id) => {
      const subGroup = await this.subGroup(id);
      if (!subGroup) return [];
      const { endedOn } = subGroup;
      const stake: SeatStake = { subGroupId: id, role: 'member', bodyEndedOn: endedOn };
      return [
        question(openRule, null),
        question(chairingRule, { id, endedOn }),
        question(fillingSeatRule, stake),
        { ...question(fillingSeatRule, { ...stake, role: 'chair' as const }), act: 'name its chair' },
      ];
    });
    questions.thing('Workgroup', (id) => this.workgroup(id));
    questions.ask('Workgroup', async (id) => {
      const workgroup = await this.workgroup(id);
      if (!workgroup) return [];
      const stake: SeatStake = { subGroupId: null, role: 'member', bodyEndedOn: workgroup.endedOn };
      return [
        question(openRule, null),
        question(fillingSeatRule, stake),
        { ...question(fillingSeatRule, { ...stake, role: 'chair' as const }), act: 'name its chair' },
      ];
    });
  }

  private async subGroup(id: string) {
    const [row] = await this.database.query<{ label: string; path: string; endedOn: string | null }>(
      `select name as label, '/subgroups/' || slug as path, ended_on as "endedOn" from sub_group where id = $1`,
      [id],
    );
    return row ?? null;
  }

  private async workgroup(id: string) {
    const [row] = await this.database.query<{ label: string; path: string; endedOn: string | null }>(
      `select name as label, '/workgroup' as path, ended_on as "endedOn" from workgroup where id = $1`,
      [id],
    );
    return row ?? null;
  }
}
