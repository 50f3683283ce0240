import { ActionItemUpdateEntity } from './action-item-update.entity';
import { ActionItemAssigneeEntity, ActionItemEntity, ActionItemSupportingAgencyEntity } from './action-item.entity';
import { HelpRequestEntity } from './help-request.entity';
import { SavedViewEntity } from './saved-view.entity';

/** Every table of the domain. */
export const actionsEntities = [
  ActionItemEntity,
  ActionItemSupportingAgencyEntity,
  ActionItemAssigneeEntity,
  ActionItemUpdateEntity,
  HelpRequestEntity,
  SavedViewEntity,
];
