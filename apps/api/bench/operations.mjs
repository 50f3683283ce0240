import { encodeId } from './encode-id.mjs';

const fieldsWith = (latestUpdate) =>
  `id reference title status dueOn version leadAgency { id shortName } assignees { id fullName } latestUpdate { ${latestUpdate} }`;
const itemFields = fieldsWith('postedAt note author { fullName }');
/** Below a sub-group, its goals and their items, the author would be an eighth level, and seven are allowed. */
const boardFields = fieldsWith('postedAt note');

const search = {
  text: 'naloxone county',
  filter: { agencyKeys: ['agency-1', 'agency-2', 'agency-3'], accessLevels: ['PUBLIC'] },
};

/** An item as either server tells it; its ids are opaque in one of them, its times written differently. */
const boardFacts = (item) => [
  item.reference,
  item.title,
  item.status.toLowerCase(),
  item.dueOn,
  item.version,
  item.leadAgency.shortName,
  item.assignees.map(({ fullName }) => fullName),
  new Date(item.latestUpdate.postedAt).getTime(),
  item.latestUpdate.note,
];
const itemFacts = (item) => [...boardFacts(item), item.latestUpdate.author.fullName];

/**
 * The measured operations: the GraphQL text with its variables, and the values of the hand-written statement.
 * `fewer` are variables for a fraction of the rows, which must take as many statements; `hubFacts` and `handFacts` are
 * what both servers must agree on, so that neither is measured on a smaller answer.
 * @param ids uuids of the generated workgroup
 */
export function operations(ids) {
  return {
    board: {
      title: 'board: 20 goals, their first 10 items each',
      text: `query Board($slug: String!, $goals: Int!, $items: Int!) { subGroup(slug: $slug) { name goalsWithItems(first: $goals) {
        id number statement actionItems(first: $items, filter: { subGroupSlugs: [$slug] }) { edges { node { ${boardFields} } } } } } }`,
      variables: { slug: 'sub-group-1', goals: 20, items: 10 },
      fewer: { slug: 'sub-group-1', goals: 2, items: 2 },
      values: ['sub-group-1'],
      hubFacts: ({ subGroup }) =>
        subGroup.goalsWithItems.map((goal) => [
          goal.number,
          ...goal.actionItems.edges.map(({ node }) => boardFacts(node)),
        ]),
      handFacts: ({ goals }) => goals.map((goal) => [goal.number, ...goal.items.map(boardFacts)]),
      isAnswer: ({ subGroup }) =>
        subGroup.goalsWithItems.length === 20 &&
        subGroup.goalsWithItems.every((goal) => goal.actionItems.edges.length === 10),
      aim: 0.4,
    },
    'my-work': {
      title: 'my work: 25 items',
      text: `query MyWork { myWork { overdue { ${itemFields} } dueSoon { ${itemFields} } later { ${itemFields} } } }`,
      variables: {},
      values: [ids.person],
      hubFacts: ({ myWork }) => [...myWork.overdue, ...myWork.dueSoon, ...myWork.later].map(itemFacts),
      handFacts: (items) => items.map(itemFacts),
      isAnswer: ({ myWork }) => myWork.overdue.length + myWork.dueSoon.length + myWork.later.length === 25,
      aim: 0.4,
    },
    search: {
      title: 'catalog search: text, 2 filters, 20 rows, count, 3 facets',
      text: `query Search($text: String!, $filter: DataSourceFilter, $first: Int!) { dataSourceSearch(text: $text, filter: $filter, first: $first) {
        totalCount facets { agencies { value count } accessLevels { value count } themes { value count } }
        edges { node { titleHighlight excerpt dataSource { id slug accessLevel lag stewardAgency { shortName } } } } } }`,
      variables: { ...search, first: 20 },
      fewer: { ...search, first: 2 },
      values: ['naloxone county', ['agency-1', 'agency-2', 'agency-3'], ['public']],
      // Which rows come first is each server's own ranking; how many there are is not.
      hubFacts: ({ dataSourceSearch: { totalCount, edges, facets } }) => [
        totalCount,
        edges.length,
        Object.fromEntries(facets.agencies.map(({ value, count }) => [value, count])),
        Object.fromEntries(facets.accessLevels.map(({ value, count }) => [value.toLowerCase(), count])),
      ],
      handFacts: ({ total, rows, agencies, accessLevels }) => [
        total,
        rows.length,
        agencies,
        Object.fromEntries(Object.entries(accessLevels).map(([level, count]) => [level.replace(/\W/g, '_'), count])),
      ],
      isAnswer: ({ dataSourceSearch }) => dataSourceSearch.edges.length === 20 && dataSourceSearch.totalCount > 20,
      aim: 0.8,
    },
    agency: {
      title: 'one agency by id',
      text: 'query Agency($id: ID!) { agency(id: $id) { id name shortName abbreviation kind roleDescription } }',
      variables: { id: encodeId('Agency', ids.agency) },
      values: [ids.agency],
      hubFacts: ({ agency }) => ({ ...agency, id: null, kind: agency.kind.toLowerCase() }),
      handFacts: (agency) => ({ ...agency, id: null }),
      isAnswer: ({ agency }) => agency.name.length > 0,
      aim: 0.3,
    },
  };
}

/** Posting changes the item, so each request is new: it takes the next item, at the version that it has by now. */
export function posting(ids, items) {
  let next = 0;
  const step = () => {
    const item = items[next % items.length];
    next += 1;
    return { item, version: item.version++ };
  };
  return {
    title: 'post an update',
    aim: 0.4,
    /** Requests that a run cut off at its end may or may not have been written: the next one begins with what is there. */
    async catchUp(client) {
      const { rows } = await client.query('select id, version from action_item');
      const versions = new Map(rows.map((row) => [row.id, row.version]));
      for (const item of items) item.version = versions.get(item.id);
    },
    hubBody: () => {
      const { item, version } = step();
      return {
        query: `mutation Post($input: PostUpdateInput!) { postUpdate(input: $input) { __typename
          ... on PostUpdateSuccess { update { id } actionItem { id version status } } } }`,
        variables: {
          input: {
            actionItemId: encodeId('ActionItem', item.id),
            expectedVersion: version,
            status: 'IN_PROGRESS',
            note: 'The work goes on as planned.',
          },
        },
      };
    },
    handWrittenBody: () => {
      const { item, version } = step();
      return [item.id, version, 'in_progress', 'The work goes on as planned.', ids.person];
    },
  };
}
