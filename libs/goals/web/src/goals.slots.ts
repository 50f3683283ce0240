import { defineSlot } from '@sos/platform-web';

/** The action items of a goal, as a section with its own heading. */
export const goalItems = defineSlot<{ goalNumber: number }>('goal items');
/** The action items of an objective, as a section with its own heading. */
export const objectiveItems = defineSlot<{ objectiveKey: string }>('objective items');
