import { Injectable } from '@nestjs/common';
import { AccessQuestions, Database, encodeId, openRule, question, theHub } from '@sos/platform-server';
import { grantingRule, leavingRule } from './roles/role.policy';
import { HubRole } from './roles/role.types';

/** By which rules people and agencies are seen, and roles are given, for whoever explains it. */
@Injectable()
export class PeopleAccess {
  constructor(
    questions: AccessQuestions,
    private readonly database: Database,
  ) {
    questions.thing('Agency', (id) =>
      this.named(id, `select name as label, '/directory/agencies/' || key as path from agency where id = $1`),
    );
    questions.thing('Person', async (id) => {
      const person = await this.named(id, `select full_name as label, null as path from person where id = $1`);
      return person && { ...person, path: `/directory/people/${encodeId('Person', id)}` };
    });
    for (const type of ['Agency', 'Person']) questions.ask(type, async () => [question(openRule, null)]);
    questions.thing(theHub, async () => ({ label: 'The hub', path: null }));
    questions.ask(theHub, async () => [
      { ...question(grantingRule, { role: HubRole.DATA_STEWARD }), act: 'give and end roles for an agency' },
      { ...question(grantingRule, { role: HubRole.ADMINISTRATOR }), act: 'make somebody staff or an administrator' },
      question(leavingRule, null),
    ]);
  }

  private async named(id: string, statement: string): Promise<{ label: string; path: string | null } | null> {
    const [row] = await this.database.query<{ label: string; path: string | null }>(statement, [id]);
    return row ?? null;
  }
}
