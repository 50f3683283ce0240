import type { Viewer } from '@sos/platform-server';

/** "Chair of": the chairs of the sub-group itself, and those of the workgroup. A body that has ended has none. */
export const mayChair = (
  viewer: Pick<Viewer, 'isWorkgroupChair' | 'chairedSubGroupIds'>,
  subGroup: { id: string; endedOn: string | null },
): boolean => subGroup.endedOn === null && (viewer.isWorkgroupChair || viewer.chairedSubGroupIds.includes(subGroup.id));
