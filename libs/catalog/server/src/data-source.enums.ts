import { registerEnumType } from '@nestjs/graphql';

/** Values are the words of DCAT-US and of the database. */
export enum AccessLevel {
  PUBLIC = 'public',
  RESTRICTED_PUBLIC = 'restricted public',
  NON_PUBLIC = 'non-public',
}

export enum UpdateFrequency {
  CONTINUOUS = 'continuous',
  DAILY = 'daily',
  WEEKLY = 'weekly',
  MONTHLY = 'monthly',
  QUARTERLY = 'quarterly',
  SEMIANNUAL = 'semiannual',
  ANNUAL = 'annual',
  BIENNIAL = 'biennial',
  IRREGULAR = 'irregular',
  UNKNOWN = 'unknown',
}

export enum GeographicLevel {
  NATION = 'nation',
  STATE = 'state',
  REGION = 'region',
  COUNTY = 'county',
  CITY = 'city',
  ZIP_CODE = 'zip_code',
  CENSUS_TRACT = 'census_tract',
  FACILITY = 'facility',
}

export enum BreakdownState {
  YES = 'yes',
  PARTIAL = 'partial',
  NO = 'no',
  UNKNOWN = 'unknown',
}

export enum DataSourceSort {
  BEST_MATCH = 'best_match',
  TITLE = 'title',
  RECENTLY_CHANGED = 'recently_changed',
  SHORTEST_LAG = 'shortest_lag',
}

export enum CatalogImportState {
  RUNNING = 'running',
  FINISHED = 'finished',
  FAILED = 'failed',
}

registerEnumType(AccessLevel, {
  name: 'AccessLevel',
  description: 'Who can get the data, in the terms of DCAT-US.',
  valuesMap: {
    PUBLIC: { description: 'Anybody.' },
    RESTRICTED_PUBLIC: { description: 'Under conditions: see the route of access.' },
    NON_PUBLIC: { description: 'Not the public; some agencies can, by agreement.' },
  },
});

registerEnumType(UpdateFrequency, {
  name: 'UpdateFrequency',
  description: 'How often new data appears.',
  valuesMap: {
    CONTINUOUS: { description: 'As it happens.' },
    DAILY: { description: 'Every day.' },
    WEEKLY: { description: 'Every week.' },
    MONTHLY: { description: 'Every month.' },
    QUARTERLY: { description: 'Every three months.' },
    SEMIANNUAL: { description: 'Twice a year.' },
    ANNUAL: { description: 'Once a year.' },
    BIENNIAL: { description: 'Every two years.' },
    IRREGULAR: { description: 'Without a rhythm, or no longer.' },
    UNKNOWN: { description: 'Not known.' },
  },
});

registerEnumType(GeographicLevel, {
  name: 'GeographicLevel',
  description: 'The places that the data tells apart.',
  valuesMap: {
    NATION: { description: 'The nation as a whole.' },
    STATE: { description: 'States.' },
    REGION: { description: 'Regions of several counties or states.' },
    COUNTY: { description: 'Counties.' },
    CITY: { description: 'Cities.' },
    ZIP_CODE: { description: 'ZIP codes.' },
    CENSUS_TRACT: { description: 'Census tracts.' },
    FACILITY: { description: 'Single facilities or addresses.' },
  },
});

registerEnumType(BreakdownState, {
  name: 'BreakdownState',
  description: 'Whether the data can be broken down in a way.',
  valuesMap: {
    YES: { description: 'It can.' },
    PARTIAL: { description: 'For a part of the records or years.' },
    NO: { description: 'It cannot.' },
    UNKNOWN: { description: 'Nobody has said.' },
  },
});

registerEnumType(DataSourceSort, {
  name: 'DataSourceSort',
  description: 'Order of a search.',
  valuesMap: {
    BEST_MATCH: { description: 'What fits the words best; without words, the curated catalog first.' },
    TITLE: { description: 'Titles from A to Z.' },
    RECENTLY_CHANGED: { description: 'Records that changed last.' },
    SHORTEST_LAG: { description: 'The most current data first; sources whose lag is not known last.' },
  },
});

registerEnumType(CatalogImportState, {
  name: 'CatalogImportState',
  description: 'Where an import stands.',
  valuesMap: {
    RUNNING: { description: 'Still going on.' },
    FINISHED: { description: 'Done.' },
    FAILED: { description: 'It ended before it was done; `failure` says why.' },
  },
});
