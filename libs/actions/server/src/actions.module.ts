import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry, type HubContext } from '@sos/platform-server';
import { AsOfReaders, Removables } from '@sos/activity-server';
import { GoalAttention } from '@sos/goals-server';
import { ActionItemAccess } from './action-item.access';
import { ActionItemActsResolver } from './action-item-acts.resolver';
import { ActionItemAsOf } from './action-item.as-of';
import { ActionItemUpdates } from './action-item-update.list';
import { ActionItemLists } from './action-item.lists';
import { ActionItemLoader } from './action-item.loader';
import { ActionItemRepository } from './action-item.repository';
import { ActionItemResolver, ActionItemUpdateResolver, HelpRequestResolver } from './action-item.resolver';
import { AnswerHelpRequest } from './answer-help-request';
import { CreateActionItem } from './create-action-item';
import { EditActionItem } from './edit-action-item';
import { FocusItemWorkResolver } from './focus-item-work.resolver';
import { computeHealth, isSilentGoal } from './goal-health.rules';
import { GoalWorkResolver } from './goal-work.resolver';
import { HandOverSeat } from './hand-over-seat';
import { HandOverSeatResolver } from './hand-over-seat.resolver';
import { HelpRequestLoader } from './help-request.loader';
import { windowDays } from './item-day';
import { MyWorkService } from './my-work';
import { MyWorkResolver } from './my-work.resolver';
import { ObjectiveWorkResolver } from './objective-work.resolver';
import { OpenToWorkgroup } from './open-to-workgroup';
import { PostUpdate } from './post-update';
import { RemoveActionItem } from './remove-action-item';
import { ReopenHelpRequest } from './reopen-help-request';
import { SavedViewResolver } from './saved-view.resolver';
import { SavedViewService } from './saved-view.service';
import { nothing, StandingLoader } from './standing.loader';
import { SubGroupWorkResolver } from './sub-group-work.resolver';

/** Action items and their updates, and what they say of goals and focus items. Global: the catalog names items. */
@Global()
@Module({
  providers: [
    ActionItemAccess,
    ActionItemActsResolver,
    ActionItemAsOf,
    ActionItemLists,
    ActionItemLoader,
    ActionItemRepository,
    ActionItemResolver,
    ActionItemUpdateResolver,
    ActionItemUpdates,
    AnswerHelpRequest,
    ReopenHelpRequest,
    CreateActionItem,
    EditActionItem,
    FocusItemWorkResolver,
    GoalWorkResolver,
    HandOverSeat,
    HandOverSeatResolver,
    HelpRequestLoader,
    HelpRequestResolver,
    MyWorkResolver,
    MyWorkService,
    ObjectiveWorkResolver,
    OpenToWorkgroup,
    PostUpdate,
    RemoveActionItem,
    SavedViewResolver,
    SavedViewService,
    StandingLoader,
    SubGroupWorkResolver,
  ],
  exports: [ActionItemLists, ActionItemLoader, ActionItemRepository],
})
export class ActionsModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly goalAttention: GoalAttention,
    private readonly lists: ActionItemLists,
    private readonly updates: ActionItemUpdates,
    private readonly helpRequests: HelpRequestLoader,
    private readonly savedViews: SavedViewService,
    private readonly standings: StandingLoader,
    private readonly asOf: AsOfReaders,
    private readonly past: ActionItemAsOf,
    private readonly removables: Removables,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ActionItem', (id, context) => this.lists.item(id, context));
    this.nodes.register('ActionItemUpdate', (id, context) => this.updates.update(id, context));
    this.nodes.register('HelpRequest', (id, { loaders }) => loaders.get(this.helpRequests.byId).load(id));
    this.nodes.register('SavedView', (id, context) => this.savedViews.byId(id, context));
    this.asOf.register('ActionItem', (id, since) => this.past.item(id, since));
    this.asOf.add('Goal', (id, since) => this.past.itemsOfGoal(id, since));
    this.removables.register('ActionItem', {
      parts: [
        { table: 'action_item', by: 'id' },
        { table: 'action_item_supporting_agency', by: 'action_item_id' },
        { table: 'action_item_assignee', by: 'action_item_id' },
        { table: 'action_item_update', by: 'action_item_id' },
        { table: 'help_request', by: 'action_item_id' },
      ],
    });
    this.removables.register('SavedView', {
      parts: [{ table: 'saved_view', by: 'id' }],
      mend: (transaction, row) => this.savedViews.underAFreeName(transaction, row),
    });
    this.goalAttention.speakFor((goalIds, context) => this.wordsOf(goalIds, context));
  }

  private async wordsOf(goalIds: readonly string[], { loaders }: HubContext) {
    const loader = loaders.get(this.standings.ofGoal);
    const standings = await Promise.all(goalIds.map((id) => loader.load(id)));
    return new Map(
      goalIds.map((id, index) => {
        const standing = standings[index] ?? nothing;
        return [id, { computed: computeHealth(standing, windowDays).health, isSilent: isSilentGoal(standing) }];
      }),
    );
  }
}
