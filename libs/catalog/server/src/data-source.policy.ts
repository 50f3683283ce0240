import { administrator, Rule, staff, stewardOf } from '@sos/platform-server';
import { curatedFeedKey } from './catalog-feed.types';

const whoMayStewardIt = 'A data steward of the agency, the workgroup’s staff, or an administrator.';

/** Who may add a source to an agency: its data stewards, staff, administrators. */
export const stewardingRule = new Rule<string | null | undefined>({
  act: 'add data sources for it',
  grounds: [staff, administrator, stewardOf('is a data steward of the agency', (agencyId) => present(agencyId))],
  whoCan: whoMayStewardIt,
});

/** What the policy needs to know of a data source. */
export interface DataSourceScope {
  feed: { key: string };
  stewardAgency: { id: string } | null;
}

/**
 * Who may edit a source. A record of a feed is changed at its source, by nobody here: the next import would undo it.
 */
export const editingSourceRule = new Rule<DataSourceScope>({
  act: 'edit it',
  when: {
    holds: (source) => source.feed.key === curatedFeedKey,
    otherwise: 'it comes from a feed and is changed at its source: the next import would undo what is changed here',
  },
  grounds: [
    staff,
    administrator,
    stewardOf('is a data steward of the agency that holds it', (source) => present(source.stewardAgency?.id)),
  ],
  whoCan: whoMayStewardIt,
});

/** Who may import feeds. */
export const importingRule = new Rule<null>({
  act: 'import catalogs from feeds',
  grounds: [staff, administrator],
  whoCan: 'The workgroup’s staff and administrators.',
});

/** Who may say how much of a feed the hub reads: more of it is more that somebody else can make the hub do. */
export const limitingFeedRule = new Rule<null>({
  act: 'change the limits of feeds',
  grounds: [administrator],
  whoCan: 'An administrator of the hub.',
});

const present = (id: string | null | undefined): readonly string[] => (id ? [id] : []);

export const mayStewardFor = stewardingRule.allows;
export const mayEditDataSource = editingSourceRule.allows;
export const mayImportCatalogs = (viewer: Parameters<typeof importingRule.allows>[0]): boolean =>
  importingRule.allows(viewer, null);

/** For a refusal: who can do it or grant it. */
export const whoMaySteward = whoMayStewardIt;
