import { GoalItems, itemDataSources, ObjectiveItems, SubGroupBoard, SubGroupItemList } from '@sos/actions-web';
import { ItemDataSources } from '@sos/catalog-web';
import { goalItems, objectiveItems } from '@sos/goals-web';
import {
  AccessTokens,
  ConfirmWithPasskey,
  OtherWaysIn,
  otherWaysIn,
  otherWaysToConfirm,
  profilePasskeys,
  profileTokens,
  ProfileWaysIn,
} from '@sos/identity-web';
import { fill, type Filling } from '@sos/platform-web';
import { subGroupBoard, subGroupItemList } from '@sos/workgroup-web';

/** Where a higher domain's parts enter the pages of a lower one; see `defineSlot` in @sos/platform-web. */
export const fillings: readonly Filling[] = [
  fill(goalItems, GoalItems),
  fill(objectiveItems, ObjectiveItems),
  fill(subGroupBoard, SubGroupBoard),
  fill(subGroupItemList, SubGroupItemList),
  fill(itemDataSources, ItemDataSources),
  fill(otherWaysIn, OtherWaysIn),
  fill(otherWaysToConfirm, ConfirmWithPasskey),
  fill(profilePasskeys, ProfileWaysIn),
  fill(profileTokens, AccessTokens),
];
