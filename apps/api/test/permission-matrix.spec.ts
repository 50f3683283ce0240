import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType } from 'graphql';
import { policiesOf } from '@sos/platform-server';
import { knockAt } from './support/live-client';
import { buildMatrixWorld, roles, type MatrixWorld, type Role } from './support/matrix-world';
import { startTestHub, type TestHub } from './support/test-hub';

/** What an operation answers: it is done, it asks to sign in, it is refused as a result, or refused as an error. */
type Outcome = 'yes' | 'sign in' | 'refused' | 'forbidden';

const everyone = roles;
const signedIn = roles.filter((role) => role !== 'nobody');
const itemPosters: Role[] = [
  'assigned person',
  'representative of the lead agency',
  'representative of a supporting agency',
  'chair of the sub-group',
  'chair of the workgroup',
  'staff',
  'administrator',
];
const itemEditors = itemPosters.filter((role) => role !== 'representative of a supporting agency');
const stewards: Role[] = ['data steward of the agency', 'staff', 'administrator'];

interface MatrixRow {
  /** Who may. */
  may: readonly Role[];
  /** The thing is not there for anybody, and it is the asking that is open to all. */
  asksInVain?: boolean;
  /** What the others get; nobody is always asked to sign in, unless the operation is public. */
  others?: Outcome;
  /** The operation, made anew for each cell. */
  ask(
    world: MatrixWorld,
    role: Role,
  ): Promise<{ text: string; variables?: object }> | { text: string; variables?: object };
}

const query = (text: string) => (): { text: string } => ({ text: `{ ${text} }` });

/** Operation by role: every cell is stated here, and none that the schema offers is missing. */
const matrix: Record<string, MatrixRow> = {
  'Query.hub': { may: everyone, ask: query('hub { name }') },
  'Query.viewer': { may: everyone, ask: query('viewer { isStaff }') },
  'Query.setUpOffer': { may: everyone, ask: query('setUpOffer(token: "none") { isEmpty }') },
  'Query.session': { may: everyone, ask: query('session { secondsLeft }') },
  'Query.mySessions': { may: signedIn, ask: query('mySessions { isCurrent }') },
  'Query.demonstrationPersons': { may: everyone, ask: query('demonstrationPersons { fullName }') },
  'Query.node': {
    may: signedIn,
    ask: ({ ids }) => ({ text: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: ids.goal } }),
  },
  'Query.asOf': {
    may: signedIn,
    ask: ({ ids }) => ({
      text: 'query ($id: ID!) { asOf(id: $id, date: "2026-01-01") { existed } }',
      variables: { id: ids.goal },
    }),
  },
  'Query.agency': {
    may: signedIn,
    ask: ({ ids }) => ({ text: 'query ($id: ID!) { agency(id: $id) { name } }', variables: { id: ids.health } }),
  },
  'Query.agencyByKey': { may: signedIn, ask: query('agencyByKey(key: "health") { name }') },
  'Query.agencies': { may: signedIn, ask: query('agencies { totalCount }') },
  'Query.people': { may: signedIn, ask: query('people { totalCount }') },
  'Query.workgroup': { may: signedIn, ask: query('workgroup { name }') },
  'Query.subGroup': { may: signedIn, ask: query('subGroup(slug: "one") { name }') },
  'Query.focusItems': { may: signedIn, ask: query('focusItems { slug }') },
  'Query.goals': { may: signedIn, ask: query('goals { number }') },
  'Query.goal': { may: signedIn, ask: query('goal(number: 1) { number }') },
  'Query.objective': { may: signedIn, ask: query('objective(key: "1.1") { key }') },
  'Query.actionItem': {
    may: signedIn,
    ask: async (world) => ({ text: `{ actionItem(reference: "${(await world.freshItem()).reference}") { title } }` }),
  },
  'Query.actionItems': { may: signedIn, ask: query('actionItems { totalCount }') },
  'Query.myWork': { may: signedIn, ask: query('myWork { openCount }') },
  'Query.savedViews': { may: signedIn, ask: query('savedViews(page: ITEMS) { name }') },
  'Query.dataSource': {
    may: signedIn,
    ask: async (world) => ({ text: `{ dataSource(slug: "${(await world.freshSource()).slug}") { title } }` }),
  },
  'Query.dataSourceSearch': { may: signedIn, ask: query('dataSourceSearch(text: "death") { totalCount }') },
  'Query.catalogFeeds': { may: signedIn, ask: query('catalogFeeds { key }') },
  'Query.catalogImport': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: ({ ids }) => ({ text: 'query ($id: ID!) { catalogImport(id: $id) { state } }', variables: { id: ids.goal } }),
  },
  'Query.activity': { may: signedIn, ask: query('activity { edges { cursor } }') },
  'Query.search': { may: signedIn, ask: query('search(text: "goal") { totalCount }') },
  'Subscription.changes': { may: signedIn, ask: () => ({ text: 'subscription { changes { kind } }' }) },
  'Mutation.signInAsDemonstrationPerson': {
    may: everyone,
    asksInVain: true,
    ask: ({ ids }) => ({
      text: 'mutation ($id: ID!) { result: signInAsDemonstrationPerson(personId: $id) { __typename } }',
      // Nobody here is a demonstration person, so the answer is "not found": the operation itself is open to all.
      variables: { id: ids.person },
    }),
  },
  'Mutation.signOut': { may: everyone, ask: () => ({ text: 'mutation { signOut { signedOut } }' }) },
  // Open to all: whose token is none of the hub's own is told so, like everybody else.
  'Mutation.setUpHub': {
    may: everyone,
    ask: () => mutation('setUpHub', 'SetUpHubInput', { token: 'none', fullName: 'Eve', email: 'eve@example.org' }),
  },
  'Mutation.requestSignInLink': {
    may: everyone,
    ask: () => ({ text: 'mutation { result: requestSignInLink(email: "robin@example.org") { __typename } }' }),
  },
  'Mutation.staySignedIn': { may: signedIn, ask: () => ({ text: 'mutation { staySignedIn { secondsLeft } }' }) },
  // Of no session: nobody's is ended, and whoever is signed in may ask.
  'Mutation.endMySession': {
    asksInVain: true,
    may: signedIn,
    ask: () => ({ text: 'mutation { result: endMySession(id: "none") { __typename } }' }),
  },
  'Mutation.signOutEverywhere': { may: signedIn, ask: () => ({ text: 'mutation { signOutEverywhere { ended } }' }) },
  'Mutation.requestConfirmationCode': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: requestConfirmationCode { __typename } }' }),
  },
  'Mutation.confirmIdentity': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: confirmIdentity(code: "0") { __typename } }' }),
  },
  'Mutation.editProfile': {
    may: signedIn,
    ask: () => mutation('editProfile', 'EditProfileInput', { language: 'EN' }),
  },
  'Mutation.requestNotificationAddress': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: requestNotificationAddress(email: "home@example.org") { __typename } }' }),
  },
  'Mutation.removeNotificationAddress': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: removeNotificationAddress { __typename } }' }),
  },
  'Mutation.confirmNotificationAddress': {
    may: everyone,
    ask: () => ({ text: 'mutation { result: confirmNotificationAddress(token: "none") { __typename } }' }),
  },
  'Mutation.declareGoalHealth': {
    may: ['chair of the workgroup'],
    ask: ({ ids }) =>
      mutation('declareGoalHealth', 'DeclareGoalHealthInput', {
        goalId: ids.goal,
        health: 'ON_TRACK',
        reason: 'Because.',
      }),
  },
  'Mutation.declareObjectiveHealth': {
    may: ['chair of the workgroup', 'chair of the sub-group'],
    ask: ({ ids }) =>
      mutation('declareObjectiveHealth', 'DeclareObjectiveHealthInput', {
        objectiveId: ids.objective,
        health: 'AT_RISK',
        reason: 'Because.',
      }),
  },
  'Mutation.createActionItem': {
    may: [
      'representative of the lead agency',
      'chair of the sub-group',
      'chair of the workgroup',
      'staff',
      'administrator',
    ],
    ask: ({ ids }) =>
      mutation('createActionItem', 'CreateActionItemInput', {
        title: 'A new item for the matrix',
        goalId: ids.goal,
        focusItemId: ids.focus,
        subGroupId: ids.subGroup,
        leadAgencyId: ids.health,
      }),
  },
  'Mutation.editActionItem': {
    may: itemEditors,
    ask: async (world) =>
      mutation('editActionItem', 'EditActionItemInput', {
        actionItemId: (await world.freshItem()).id,
        expectedVersion: 1,
        nextStep: 'Another step.',
      }),
  },
  'Mutation.openActionItemToWorkgroup': {
    may: ['chair of the sub-group', 'chair of the workgroup', 'staff', 'administrator'],
    ask: async (world) =>
      mutation('openActionItemToWorkgroup', 'OpenToWorkgroupInput', {
        actionItemId: (await world.freshItem({ isRestricted: true })).id,
        expectedVersion: 1,
      }),
  },
  'Mutation.postUpdate': {
    may: itemPosters,
    ask: async (world) =>
      mutation('postUpdate', 'PostUpdateInput', {
        actionItemId: (await world.freshItem()).id,
        expectedVersion: 1,
        status: 'IN_PROGRESS',
        note: 'It goes on.',
      }),
  },
  'Mutation.moveActionItem': {
    may: itemPosters,
    ask: async (world) =>
      mutation('moveActionItem', 'MoveActionItemInput', {
        actionItemId: (await world.freshItem()).id,
        expectedVersion: 1,
        status: 'DONE',
      }),
  },
  'Mutation.answerHelpRequest': {
    may: ['representative of the lead agency', 'staff'],
    ask: async (world) =>
      mutation('answerHelpRequest', 'AnswerHelpRequestInput', {
        helpRequestId: (await world.freshItem()).helpRequestId,
        answer: 'ACCEPT',
      }),
  },
  'Mutation.saveView': {
    may: signedIn,
    ask: (_world, role) =>
      mutation('saveView', 'SaveViewInput', { page: 'ITEMS', name: `View of ${role}`, queryString: 'mine=1' }),
  },
  'Mutation.deleteSavedView': {
    may: signedIn,
    ask: async (world, role) => ({
      text: 'mutation ($id: ID!) { result: deleteSavedView(id: $id) { __typename } }',
      variables: { id: await world.freshSavedView(role) },
    }),
  },
  'Mutation.addDataSource': {
    may: stewards,
    ask: ({ ids }) => mutation('addDataSource', 'DataSourceInput', sourceInput(ids.health!)),
  },
  'Mutation.editDataSource': {
    may: stewards,
    ask: async (world) => ({
      text: 'mutation ($id: ID!, $input: DataSourceInput!) { result: editDataSource(id: $id, expectedVersion: 1, input: $input) { __typename } }',
      variables: { id: (await world.freshSource()).id, input: sourceInput(world.ids.health!) },
    }),
  },
  'Mutation.linkDataSource': { may: itemEditors, ask: (world) => linking(world, 'linkDataSource') },
  'Mutation.unlinkDataSource': { may: itemEditors, ask: (world) => linking(world, 'unlinkDataSource') },
  'Mutation.startCatalogImport': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: (_world, role) =>
      mutation('startCatalogImport', 'StartCatalogImportInput', {
        feedKey: `feed-${role.replaceAll(' ', '-')}`,
        content: '{"dataset": []}',
        dryRun: true,
      }),
  },
};

function mutation(name: string, inputType: string, input: object) {
  return {
    text: `mutation ($input: ${inputType}!) { result: ${name}(input: $input) { __typename } }`,
    variables: { input },
  };
}

const sourceInput = (stewardAgencyId: string) => ({
  title: 'A source of the matrix',
  description: 'What it holds.',
  stewardAgencyId,
  keywords: ['overdose'],
  themes: ['Deaths'],
  accessLevel: 'PUBLIC',
  contactName: 'Data desk',
  contactEmail: 'data.desk@example.org',
  landingPage: 'https://example.org/source',
});

async function linking(world: MatrixWorld, name: string) {
  const [item, source] = [await world.freshItem(), await world.freshSource()];
  return {
    text: `mutation ($item: ID!, $source: ID!) { result: ${name}(actionItemId: $item, dataSourceId: $source) { __typename } }`,
    variables: { item: item.id, source: source.id },
  };
}

describe('the permission matrix', () => {
  let hub: TestHub;
  let world: MatrixWorld;
  beforeAll(async () => {
    hub = await startTestHub();
    world = await buildMatrixWorld(hub);
  });
  afterAll(() => hub.close());

  test('has a row for every operation of the schema, and none besides', () => {
    const { schema } = hub.application.get(GraphQLSchemaHost);
    const offered = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!].flatMap((type) =>
      Object.keys(type.getFields()).map((name) => `${type.name}.${name}`),
    );
    expect(Object.keys(matrix).sort()).toEqual(offered.sort());
  });

  test('agrees with the policies that the schema names', () => {
    const { schema } = hub.application.get(GraphQLSchemaHost);
    for (const [name, { may }] of Object.entries(matrix)) {
      const [typeName, fieldName] = name.split('.') as [string, string];
      const isPublic = policiesOf(schema.getType(typeName) as GraphQLObjectType, fieldName)?.includes('public');
      expect([name, isPublic]).toEqual([name, may.includes('nobody')]);
    }
  });

  /** A subscription is decided with the socket, whichever it is. */
  const watchingBy = async (role: Role): Promise<Outcome> => {
    const headers = role === 'nobody' ? {} : { cookie: await hub.cookieOf(world.people[role]) };
    return (await knockAt(`${hub.address}/graphql`, headers)) === 101 ? 'yes' : 'sign in';
  };

  const cells = Object.entries(matrix).flatMap(([name, row]) =>
    roles.map((role) => [name, role, expected(row, role)] as const),
  );
  test.each(cells)('%s by %s: %s', async (name, role, outcome) => {
    if (name.startsWith('Subscription.')) return expect(await watchingBy(role)).toBe(outcome);
    const { text, variables } = await matrix[name]!.ask(world, role);
    // Signing out ends the session: a client of its own for that cell.
    const client = name === 'Mutation.signOut' ? await hub.as('nobody') : world.clients[role];
    const answer = await client.send(text, variables);
    if (name === 'Mutation.signOutEverywhere') await world.enter(role);
    expect(outcomeOf(answer, matrix[name]!)).toBe(outcome);
  });
});

function expected({ may, others = 'refused' }: MatrixRow, role: Role): Outcome {
  if (may.includes(role)) return 'yes';
  return role === 'nobody' ? 'sign in' : others;
}

function outcomeOf(
  answer: {
    data?: { result?: { __typename: string } } | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  },
  row: MatrixRow,
): string {
  const code = answer.errors?.[0]?.extensions?.code;
  if (code === 'UNAUTHENTICATED') return 'sign in';
  if (code === 'FORBIDDEN') return 'forbidden';
  if (answer.errors) return `error ${JSON.stringify(answer.errors)}`;
  const typeName = answer.data?.result?.__typename ?? '';
  // What somebody may not know of answers like what is not there.
  const isRefused = typeName === 'NotAllowedRefusal' || (typeName === 'NotFoundRefusal' && !row.asksInVain);
  return isRefused ? 'refused' : 'yes';
}
