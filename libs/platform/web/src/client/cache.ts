import { InMemoryCache, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from './possibleTypes';

/** There is one of each in a session; without an id the cache would keep a copy in every query. */
const single = { keyFields: [] as [] };
/** A part of its owner: what two queries ask of it is kept together. */
const part = { merge: true };
const filteredItems = relayStylePagination(['filter', 'sort']);

const typePolicies: TypePolicies = {
  Query: {
    fields: {
      agencies: relayStylePagination(),
      people: relayStylePagination(['text', 'agencyId']),
      actionItems: filteredItems,
      dataSourceSearch: relayStylePagination(['text', 'filter', 'sort', 'exactWords']),
      activity: relayStylePagination(['subjectId', 'subGroupSlug']),
      removed: relayStylePagination(),
      auditTrail: relayStylePagination(['filter']),
    },
  },
  Hub: single,
  Viewer: single,
  MyWork: single,
  CatalogFeed: { keyFields: ['key'] },
  SubGroup: { fields: { actionItems: filteredItems } },
  Goal: { fields: { actionItems: filteredItems } },
  Objective: { fields: { actionItems: filteredItems } },
  ActionItem: { fields: { updates: relayStylePagination() } },
  ComputedHealth: part,
  Reporting: part,
  LatestUpdate: part,
  Breakdowns: part,
  Completeness: part,
  CatalogFeedLimits: part,
};

export const createCache = () => new InMemoryCache({ possibleTypes, typePolicies });
