import { defineSlot } from '@sos/platform-web';

/** A sub-group's action items by status; the page gives the heading and the choice between board and list. */
export const subGroupBoard = defineSlot<{ subGroupSlug: string }>('sub-group board');
/** The same items as a list. */
export const subGroupItemList = defineSlot<{ subGroupSlug: string }>('sub-group item list');
