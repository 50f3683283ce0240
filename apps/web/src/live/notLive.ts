/**
 * Queries that are not asked again when others change something: what an open form began with, what can be chosen, who
 * is looking; and the feeds, which say by themselves how much is new.
 */
export const notLive: ReadonlySet<string> = new Set([
  'Shell',
  'ActivityFeed',
  'AgencyOptions',
  'FilterOptions',
  'SavedItemViews',
  'SavedSearches',
  'NewItem',
  'EditItemPage',
  'EditSource',
  'KnownTopics',
  'StewardAgencies',
  'StewardPeople',
  'SourcePicker',
  'Search',
  'CatalogImport',
  'DemonstrationPersons',
]);
