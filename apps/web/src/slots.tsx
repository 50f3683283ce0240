import { GoalItems, itemDataSources, ObjectiveItems, SubGroupItemList } from '@sos/actions-web';
import { ItemDataSources } from '@sos/catalog-web';
import { goalItems, objectiveItems } from '@sos/goals-web';
import { fill, type Filling } from '@sos/platform-web';
import { subGroupBoard, subGroupItemList } from '@sos/workgroup-web';
import { SubGroupBoardSection } from './parts/SubGroupBoardSection';

/** Where a higher domain's parts enter the pages of a lower one; see `defineSlot` in @sos/platform-web. */
export const fillings: readonly Filling[] = [
  fill(goalItems, GoalItems),
  fill(objectiveItems, ObjectiveItems),
  fill(subGroupBoard, SubGroupBoardSection),
  fill(subGroupItemList, SubGroupItemList),
  fill(itemDataSources, ItemDataSources),
];
