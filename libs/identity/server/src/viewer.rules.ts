import type { Viewer } from '@sos/platform-server';

type Roles = Omit<Viewer, 'personId' | 'fullName' | 'agencyId'>;

const isOfTheHub = ({ isStaff, isAdministrator }: Roles): boolean => isStaff || isAdministrator;

/** Whoever has a seat represents an agency and may open work for it; chairs, staff and administrators may for any. */
export const mayCreateActionItems = (viewer: Roles): boolean =>
  isOfTheHub(viewer) || viewer.isWorkgroupChair || viewer.subGroupIds.length > 0;

/** Stewards describe their agency's sources; staff and administrators any. */
export const mayAddDataSources = (viewer: Roles): boolean =>
  isOfTheHub(viewer) || viewer.dataStewardAgencyIds.length > 0;

/** An import changes many records at once, so it is for staff and administrators only. */
export const mayImportCatalogs = (viewer: Roles): boolean => isOfTheHub(viewer);

/**
 * Whoever leads a body, is of the staff or administers the hub can do much harm. Once they have a passkey, a link by mail
 * alone no longer lets them in.
 */
export const needsPasskey = (viewer: Roles): boolean =>
  isOfTheHub(viewer) || viewer.isWorkgroupChair || viewer.chairedSubGroupIds.length > 0;

/** What the viewer is to the workgroup, with the agency: the first role that says most. */
export function affiliationOf(viewer: Roles): string {
  const role = roleWord(viewer);
  return role ? `${role}, ${viewer.agencyShortName}` : viewer.agencyShortName;
}

function roleWord(viewer: Roles): string | null {
  if (viewer.isWorkgroupChair) return 'Chair';
  if (viewer.isAdministrator) return 'Administrator';
  if (viewer.isStaff) return 'Staff';
  if (viewer.chairedSubGroupIds.length > 0) return 'Sub-group chair';
  if (viewer.dataStewardAgencyIds.length > 0) return 'Data steward';
  return viewer.subGroupIds.length > 0 ? 'Representative' : null;
}
