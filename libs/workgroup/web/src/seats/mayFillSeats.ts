import type { useViewer } from '@sos/platform-web';

type Viewer = ReturnType<typeof useViewer>;

/** Only what is worth showing: for each body and seat the hub itself says whether. */
export const mayFillWorkgroupSeats = ({ isStaff, isAdministrator, isWorkgroupChair }: Viewer): boolean =>
  isStaff || isAdministrator || isWorkgroupChair;

export const mayFillSomeSeat = (viewer: Viewer): boolean =>
  mayFillWorkgroupSeats(viewer) || viewer.chairedSubGroupSlugs.length > 0;

/** Nobody decides on the place of whoever chairs beside them. */
export const mayNameChair = ({ isStaff, isAdministrator, isWorkgroupChair }: Viewer, ofWorkgroup: boolean): boolean =>
  isStaff || isAdministrator || (isWorkgroupChair && !ofWorkgroup);
