import { encodeId } from './encode-id.mjs';

const itemFields = `id reference title status dueOn version leadAgency { id shortName } assignees { id fullName }
  latestUpdate { postedAt note author { fullName } }`;

/**
 * The measured operations: the GraphQL text with its variables, and the values of the hand-written statement.
 * @param ids uuids of the generated workgroup
 */
export function operations(ids) {
  return {
    board: {
      title: 'board: 20 goals, their first 10 items each',
      text: `query Board($slug: String!) { subGroup(slug: $slug) { name goalsWithItems(first: 20) { id number statement
        actionItems(first: 10, filter: { subGroupSlugs: [$slug] }) { edges { node { ${itemFields} } } } } } }`,
      variables: { slug: 'sub-group-1' },
      values: ['sub-group-1'],
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
      isAnswer: ({ myWork }) => myWork.overdue.length + myWork.dueSoon.length + myWork.later.length === 25,
      aim: 0.4,
    },
    search: {
      title: 'catalog search: text, 2 filters, 20 rows, count, 3 facets',
      text: `query Search($text: String!, $filter: DataSourceFilter) { dataSourceSearch(text: $text, filter: $filter, first: 20) {
        totalCount facets { agencies { value count } accessLevels { value count } themes { value count } }
        edges { node { titleHighlight excerpt dataSource { id slug accessLevel lag stewardAgency { shortName } } } } } }`,
      variables: {
        text: 'naloxone county',
        filter: { agencyKeys: ['agency-1', 'agency-2', 'agency-3'], accessLevels: ['PUBLIC'] },
      },
      values: ['naloxone county', ['agency-1', 'agency-2', 'agency-3'], ['public']],
      isAnswer: ({ dataSourceSearch }) => dataSourceSearch.edges.length === 20 && dataSourceSearch.totalCount > 20,
      aim: 0.8,
    },
    agency: {
      title: 'one agency by id',
      text: 'query Agency($id: ID!) { agency(id: $id) { id name shortName abbreviation kind roleDescription } }',
      variables: { id: encodeId('Agency', ids.agency) },
      values: [ids.agency],
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
