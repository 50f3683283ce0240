import { defineSlot } from '@sos/platform-web';

/** The data sources of an action item, which the catalog draws: a section of its own, with its heading. */
export const itemDataSources = defineSlot<{ reference: string; actionItemId: string; viewerMayEdit: boolean }>(
  'data sources of an action item',
);
