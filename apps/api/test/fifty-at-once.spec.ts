import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  buildActionItem,
  buildActionsWorld,
  itemId,
  sharedItemTraits,
  type ActionsWorld,
} from '@sos/actions-server/testing';
import { encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

/** Fifty people change one thing at the same moment, all having seen the same version. */
let hub: TestHub;
let world: ActionsWorld;
let clients: GraphqlClient[];
beforeAll(async () => {
  hub = await startTestHub();
  world = await buildActionsWorld(hub.database);
  await hub.database.query(`insert into catalog_feed (key, title) values ('hub', 'Curated') on conflict do nothing`);
  clients = [await hub.as(world.people.workgroupChair), await hub.as(world.people.staff)];
});
afterAll(() => hub.close());

const newItem = async () => itemId((await buildActionItem(hub.database, sharedItemTraits(world))).id);
const source = (title: string) => ({
  title,
  description: 'What it holds.',
  stewardAgencyId: encodeId('Agency', world.agencies.lead),
  keywords: ['overdose'],
  themes: ['Deaths'],
  accessLevel: 'PUBLIC',
  contactName: 'Data desk',
  contactEmail: 'data.desk@example.org',
  landingPage: 'https://example.org/source',
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the edit's own text asked for
type Told = Record<string, any>;

interface Edit {
  /** Only those who may: everybody, where left out. */
  client?: number;
  begin: () => Promise<{ text: string; variables: (words: string) => object }>;
  /** What the success and the fresh value of a refusal tell of the words that won. */
  wonWords: (result: Told) => string;
  currentWords: (result: Told) => string;
}

const edits: Record<string, Edit> = {
  editActionItem: {
    begin: async () => {
      const actionItemId = await newItem();
      return {
        text: `mutation ($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename
          ... on EditActionItemSuccess { actionItem { title version } } ... on StaleActionItemRefusal { current { title version } } } }`,
        variables: (title) => ({ input: { actionItemId, expectedVersion: 1, title } }),
      };
    },
    wonWords: ({ actionItem: { title, version } }) => `${title} ${version}`,
    currentWords: ({ current: { title, version } }) => `${title} ${version}`,
  },
  postUpdate: {
    begin: async () => {
      const actionItemId = await newItem();
      return {
        text: `mutation ($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename
          ... on PostUpdateSuccess { actionItem { version latestUpdate { note } } }
          ... on StaleActionItemRefusal { current { version latestUpdate { note } } } } }`,
        variables: (note) => ({ input: { actionItemId, expectedVersion: 1, status: 'IN_PROGRESS', note } }),
      };
    },
    wonWords: ({ actionItem: { latestUpdate, version } }) => `${latestUpdate.note} ${version}`,
    currentWords: ({ current: { latestUpdate, version } }) => `${latestUpdate.note} ${version}`,
  },
  moveActionItem: {
    begin: async () => {
      const actionItemId = await newItem();
      return {
        text: `mutation ($input: MoveActionItemInput!) { result: moveActionItem(input: $input) { __typename
          ... on PostUpdateSuccess { actionItem { version status } } ... on StaleActionItemRefusal { current { version status } } } }`,
        variables: () => ({ input: { actionItemId, expectedVersion: 1, status: 'IN_PROGRESS' } }),
      };
    },
    wonWords: ({ actionItem: { status, version } }) => `${status} ${version}`,
    currentWords: ({ current: { status, version } }) => `${status} ${version}`,
  },
  editDataSource: {
    client: 1,
    begin: async () => {
      const { addDataSource } = await clients[1]!.query(
        'mutation ($input: DataSourceInput!) { addDataSource(input: $input) { ... on DataSourceSuccess { dataSource { id } } } }',
        { input: source('Before') },
      );
      return {
        text: `mutation ($id: ID!, $input: DataSourceInput!) { result: editDataSource(id: $id, expectedVersion: 1, input: $input) { __typename
          ... on DataSourceSuccess { dataSource { title version } } ... on StaleDataSourceRefusal { current { title version } } } }`,
        variables: (title) => ({ id: addDataSource.dataSource.id, input: source(title) }),
      };
    },
    wonWords: ({ dataSource: { title, version } }) => `${title} ${version}`,
    currentWords: ({ current: { title, version } }) => `${title} ${version}`,
  },
  declareGoalHealth: {
    client: 0,
    begin: async () => ({
      text: `mutation ($input: DeclareGoalHealthInput!) { result: declareGoalHealth(input: $input) { __typename
        ... on DeclareHealthSuccess { declaration { reason } } ... on StaleDeclarationRefusal { current { reason } } } }`,
      variables: (reason) => ({
        input: { goalId: encodeId('Goal', world.goalId), health: 'AT_RISK', reason, expectedDeclarationId: null },
      }),
    }),
    wonWords: ({ declaration: { reason } }) => reason,
    currentWords: ({ current: { reason } }) => reason,
  },
  declareObjectiveHealth: {
    client: 0,
    begin: async () => ({
      text: `mutation ($input: DeclareObjectiveHealthInput!) { result: declareObjectiveHealth(input: $input) { __typename
        ... on DeclareHealthSuccess { declaration { reason } } ... on StaleDeclarationRefusal { current { reason } } } }`,
      variables: (reason) => ({
        input: {
          objectiveId: encodeId('Objective', world.objectiveId),
          health: 'AT_RISK',
          reason,
          expectedDeclarationId: null,
        },
      }),
    }),
    wonWords: ({ declaration: { reason } }) => reason,
    currentWords: ({ current: { reason } }) => reason,
  },
};

const changes = async () =>
  (await hub.database.query<{ count: number }>('select count(*)::integer as count from audit_entry'))[0]!.count;

test.each(Object.entries(edits))(
  '%s by fifty at once: one success, forty-nine refusals that tell what won, one entry in the trail',
  async (_name, { begin, client, wonWords, currentWords }) => {
    const { text, variables } = await begin();
    const before = await changes();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) =>
        clients[client ?? place % 2]!.query(text, variables(`The words of number ${place}`)),
      ),
    );
    const results = answers.map(({ result }) => result);
    const won = results.filter(({ __typename }) => __typename.endsWith('Success'));
    const refused = results.filter(({ __typename }) => __typename.startsWith('Stale'));
    expect([won.length, refused.length]).toEqual([1, 49]);
    expect(new Set(refused.map(currentWords))).toEqual(new Set([wonWords(won[0])]));
    expect(await changes()).toBe(before + 1);
  },
);
