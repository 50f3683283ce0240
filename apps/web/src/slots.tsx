import type { Filling } from '@sos/platform-web';

/** Where a higher domain's parts enter the pages of a lower one; see `defineSlot` in @sos/platform-web. */
export const fillings: readonly Filling[] = [];
