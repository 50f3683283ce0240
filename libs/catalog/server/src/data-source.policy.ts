import type { Viewer } from '@sos/platform-server';
import { curatedFeedKey } from './catalog-feed.types';

/** Who may add a source to an agency: its data stewards, staff, administrators. */
export const mayStewardFor = (viewer: Viewer, agencyId: string | null | undefined): boolean =>
  viewer.isStaff || viewer.isAdministrator || (!!agencyId && viewer.dataStewardAgencyIds.includes(agencyId));

/** What the policy needs to know of a data source. */
export interface DataSourceScope {
  feed: { key: string };
  stewardAgency: { id: string } | null;
}

/**
 * Who may edit a source. A record of a feed is changed at its source, by nobody here: the next import would undo it.
 */
export const mayEditDataSource = (viewer: Viewer, source: DataSourceScope): boolean =>
  source.feed.key === curatedFeedKey && mayStewardFor(viewer, source.stewardAgency?.id);

/** Who may import feeds. */
export const mayImportCatalogs = (viewer: Viewer): boolean => viewer.isStaff || viewer.isAdministrator;

/** For a refusal: who can do it or grant it. */
export const whoMaySteward = 'A data steward of the agency, the workgroup’s staff, or an administrator.';
