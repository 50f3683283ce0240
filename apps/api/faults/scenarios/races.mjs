import { randomUUID } from 'node:crypto';
import { startTried } from '../support/tried.mjs';

export const title = 'fifty parallel edits on one version, one key twenty times in parallel';

export async function run(report) {
  const { node, hub, world, end } = await startTried({ writers: 50 });
  try {
    const clients = world.writers.map(({ cookie }) => hub.client(cookie));
    // Each has its connection open and its session known, so that they really meet.
    await Promise.all(clients.map((client) => client.data('{ viewer { person { fullName } } }')));
    for (const edit of [posting, editing, describing]) await race(report, clients, await edit(clients, world));
    for (const creation of creations(world)) await repeat(report, node, clients[0], creation);
    for (const client of clients) client.close();
  } finally {
    await end();
  }
}

async function race(report, clients, { name, query, variables, version }) {
  const answers = await Promise.all(clients.map((client, place) => client.data(query, variables(place))));
  const kinds = answers.map(({ result }) => result.__typename);
  const won = answers.filter(({ result }) => result.__typename.endsWith('Success')).length;
  const stale = answers.filter(({ result }) => result.__typename.startsWith('Stale'));
  report.check(
    `${name}: 1 success, 49 conflicts`,
    won === 1 && stale.length === 49,
    `${won}, ${stale.length}: ${[...new Set(kinds)]}`,
  );
  report.none(
    `${name}: each conflict shows what won`,
    stale.filter(({ result }) => result.current.version !== version + 1).map(({ result }) => result),
  );
}

async function posting(_clients, { items: [item], ids }) {
  return {
    name: 'posting an update',
    version: item.version,
    query: `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename
      ... on StaleActionItemRefusal { current { version } } } }`,
    variables: (place) => ({
      input: {
        actionItemId: item.id,
        expectedVersion: item.version,
        status: 'BLOCKED',
        note: `Update ${place}.`,
        helpWantedAgencyIds: ids.helpers,
      },
    }),
  };
}

async function editing(_clients, { items: [, item] }) {
  return {
    name: 'editing an item',
    version: item.version,
    query: `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename
      ... on StaleActionItemRefusal { current { version } } } }`,
    variables: (place) => ({
      input: { actionItemId: item.id, expectedVersion: item.version, title: `Title ${place}` },
    }),
  };
}

const source = (title, ids) => ({
  title,
  description: 'Counts by county.',
  keywords: ['deaths'],
  themes: ['Deaths'],
  accessLevel: 'PUBLIC',
  stewardAgencyId: ids.agency,
});

async function describing([client], { ids }) {
  const { result } = await client.data(
    `mutation ($input: DataSourceInput!) { result: addDataSource(input: $input) { ... on DataSourceSuccess { dataSource { id version } } } }`,
    { input: source('A source', ids) },
  );
  const { id, version } = result.dataSource;
  return {
    name: 'editing a data source',
    version,
    query: `mutation ($id: ID!, $version: Int!, $input: DataSourceInput!) {
      result: editDataSource(id: $id, expectedVersion: $version, input: $input) { __typename
        ... on StaleDataSourceRefusal { current { version } } } }`,
    variables: (place) => ({ id, version, input: source(`Title ${place}`, ids) }),
  };
}

/** One intent, sent twenty times at once over twenty connections. */
async function repeat(report, node, { port, cookie, constructor: HubClient }, { name, query, input, count }) {
  const key = randomUUID();
  const clients = Array.from({ length: 20 }, () => new HubClient(port, cookie));
  const before = await count(node);
  const answers = await Promise.all(
    clients.map((client) => client.data(query, { input: { ...input, idempotencyKey: key } })),
  );
  for (const client of clients) client.close();
  const different = new Set(answers.map((answer) => JSON.stringify(answer)));
  report.check(`${name}, one key: one row`, (await count(node)) === before + 1, `${(await count(node)) - before} rows`);
  report.check(
    `${name}, one key: equal answers`,
    different.size === 1 && /Success/.test([...different][0]),
    [...different].slice(0, 2).join(' '),
  );
}

const counting = (table) => async (node) => Number((await node.query(`select count(*) from ${table}`))[0].count);

const creations = ({ ids, items: [, , item] }) => [
  {
    name: 'opening an item',
    query: `mutation ($input: CreateActionItemInput!) { result: createActionItem(input: $input) { __typename
      ... on CreateActionItemSuccess { actionItem { id reference version } } } }`,
    input: {
      title: 'Once',
      goalId: ids.goal,
      focusItemId: ids.focusItem,
      subGroupId: ids.subGroup,
      leadAgencyId: ids.agency,
    },
    count: counting('action_item'),
  },
  {
    name: 'posting an update',
    query: `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename
      ... on PostUpdateSuccess { update { id note postedAt } actionItem { version } } } }`,
    input: { actionItemId: item.id, expectedVersion: item.version, status: 'IN_PROGRESS', note: 'Once.' },
    count: counting('action_item_update'),
  },
  {
    name: 'adding a data source',
    query: `mutation ($input: DataSourceInput!) { result: addDataSource(input: $input) { __typename
      ... on DataSourceSuccess { dataSource { id slug version } } } }`,
    input: source('Once', ids),
    count: counting('data_source'),
  },
  {
    name: 'keeping a view',
    query: `mutation ($input: SaveViewInput!) { result: saveView(input: $input) { __typename
      ... on SaveViewSuccess { savedView { id name } } } }`,
    input: { page: 'ITEMS', name: 'Once', queryString: 'mine=1' },
    count: counting('saved_view'),
  },
];
