import { defineSlot } from '@sos/platform-web';

/** Action items at the foot of a sub-group's overview, as a section with its own heading. */
export const subGroupBoard = defineSlot<{ subGroupSlug: string }>('sub-group board');
/** All of a sub-group's action items, on their own tab. */
export const subGroupItems = defineSlot<{ subGroupSlug: string }>('sub-group items');
