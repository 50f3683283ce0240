import { Injectable } from '@nestjs/common';
import { AccessQuestions, Database, question, questionFor } from '@sos/platform-server';
import {
  answeringHelpRule,
  creatingRule,
  editingRule,
  openingToAllRule,
  postingRule,
  seeingRule,
} from './action-item.policy';
import type { ItemStake } from './action-item.types';

/** By which rules action items are seen and changed, for whoever explains it. */
@Injectable()
export class ActionItemAccess {
  constructor(
    questions: AccessQuestions,
    private readonly database: Database,
  ) {
    questions.thing('ActionItem', (id) => this.thing(id));
    questions.ask('ActionItem', (id) => this.questions(id));
    questions.ask('SubGroup', async (id) => [
      questionFor(creatingRule, ({ agencyId }) => ({ subGroupId: id, leadAgencyId: agencyId })),
    ]);
  }

  private async thing(id: string) {
    const [item] = await this.database.query<{ reference: string; title: string }>(
      'select reference, title from action_item where id = $1',
      [id],
    );
    return item ? { label: `${item.reference} ${item.title}`, path: `/items/${item.reference}` } : null;
  }

  private async questions(id: string) {
    const [stake] = await this.database.query<ItemStake>(
      `select i.lead_agency_id as "leadAgencyId", i.restricted_to_sub_group_id as "restrictedToSubGroupId",
         array(select agency_id from action_item_supporting_agency where action_item_id = i.id) as "supportingAgencyIds",
         array(select person_id from action_item_assignee where action_item_id = i.id) as "assigneeIds",
         array(select sub_group_id from focus_listing where focus_item_id = i.focus_item_id) as "subGroupIds"
       from action_item i where i.id = $1`,
      [id],
    );
    if (!stake) return [];
    const requests = await this.database.query<{ agencyId: string }>(
      `select agency_id as "agencyId" from help_request where action_item_id = $1 and state = 'open' order by requested_at`,
      [id],
    );
    const rules = [seeingRule, postingRule, editingRule, openingToAllRule];
    return [
      ...rules.map((rule) => question(rule, stake)),
      ...requests.map((request) => question(answeringHelpRule, request)),
    ];
  }
}
