import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLObjectType } from 'graphql';
import { encodeId, policiesOf } from '@sos/platform-server';
import { knockAt } from './support/live-client';
import { buildMatrixWorld, roles, shadows, type MatrixWorld, type Role, type Shadow } from './support/matrix-world';
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
/** Who fills seats of sub-group One and invites to them, but for the seat of its chair. */
const seatFillers: Role[] = ['chair of the sub-group', 'chair of the workgroup', 'staff', 'administrator'];
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
    role: Role | Shadow,
  ): Promise<{ text: string; variables?: object }> | { text: string; variables?: object };
}

const query = (text: string) => (): { text: string } => ({ text: `{ ${text} }` });

/**
 * Operation by role: every cell is stated here, and none that the schema offers is missing. A name may be followed by a
 * scope in brackets, where it matters for whose thing it is done.
 */
const matrix: Record<string, MatrixRow> = {
  'Query.hub': { may: everyone, ask: query('hub { name }') },
  'Query.viewer': { may: everyone, ask: query('viewer { isStaff }') },
  'Query.setUpOffer': { may: everyone, ask: query('setUpOffer(token: "none") { isEmpty }') },
  'Query.session': { may: everyone, ask: query('session { secondsLeft }') },
  'Query.mySessions': { may: signedIn, ask: query('mySessions { isCurrent }') },
  'Query.demonstrationPersons': { may: everyone, ask: query('demonstrationPersons { fullName }') },
  'Query.signInProviders': { may: everyone, ask: query('signInProviders { key }') },
  'Query.identityProviders': {
    may: ['administrator'],
    others: 'forbidden',
    ask: query('identityProviders { key }'),
  },
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
  'Query.auditTrail': {
    may: ['administrator'],
    others: 'forbidden',
    ask: query('auditTrail(first: 1) { edges { cursor } }'),
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
  'Query.removed': { may: signedIn, ask: query('removed { totalCount }') },
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
  'Query.myAccessTokens': { may: signedIn, ask: query('myAccessTokens { name }') },
  'Mutation.createAccessToken': {
    may: signedIn,
    ask: () => mutation('createAccessToken', 'CreateAccessTokenInput', { name: 'Matrix', mayWrite: false, days: 1 }),
  },
  'Mutation.revokeAccessToken': {
    may: signedIn,
    asksInVain: true,
    ask: () => ({ text: 'mutation { result: revokeAccessToken(id: "none") { __typename } }' }),
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
  // What a browser answers cannot be made here: a refusal of the answer is not one of the person.
  'Mutation.beginPasskeySignIn': {
    may: everyone,
    ask: () => ({ text: 'mutation { result: beginPasskeySignIn { __typename } }' }),
  },
  'Mutation.signInWithPasskey': {
    may: everyone,
    ask: () => ({ text: 'mutation { signInWithPasskey(answer: {}) { __typename } }' }),
  },
  'Mutation.beginPasskeyConfirmation': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: beginPasskeyConfirmation { __typename } }' }),
  },
  'Mutation.confirmWithPasskey': {
    may: signedIn,
    ask: () => ({ text: 'mutation { confirmWithPasskey(answer: {}) { __typename } }' }),
  },
  'Mutation.beginPasskey': {
    may: signedIn,
    ask: () => ({ text: 'mutation { result: beginPasskey { __typename } }' }),
  },
  'Mutation.addPasskey': {
    may: signedIn,
    ask: () => ({ text: 'mutation { addPasskey(input: { answer: {} }) { __typename } }' }),
  },
  'Mutation.renamePasskey': {
    asksInVain: true,
    may: signedIn,
    ask: ({ ids }) => mutation('renamePasskey', 'RenamePasskeyInput', { passkeyId: ids.goal, name: 'Key' }),
  },
  'Mutation.removePasskey': {
    asksInVain: true,
    may: signedIn,
    ask: ({ ids }) => onPasskey('removePasskey', ids.goal!),
  },
  'Mutation.restorePasskey': {
    asksInVain: true,
    may: signedIn,
    ask: ({ ids }) => onPasskey('restorePasskey', ids.goal!),
  },
  'Mutation.beginProviderSignIn': {
    may: everyone,
    asksInVain: true,
    ask: () => mutation('beginProviderSignIn', 'BeginProviderSignInInput', { providerKey: 'none' }),
  },
  'Mutation.beginProviderLink': {
    may: signedIn,
    asksInVain: true,
    ask: () => ({ text: 'mutation { result: beginProviderLink(providerKey: "none") { __typename } }' }),
  },
  'Mutation.unlinkIdentity': {
    may: signedIn,
    asksInVain: true,
    ask: ({ ids }) => ({
      text: 'mutation ($id: ID!) { result: unlinkIdentity(linkedIdentityId: $id) { __typename } }',
      variables: { id: ids.goal },
    }),
  },
  'Mutation.relinkIdentity': {
    may: signedIn,
    asksInVain: true,
    ask: ({ ids }) => ({
      text: 'mutation ($id: ID!) { result: relinkIdentity(linkedIdentityId: $id) { __typename } }',
      variables: { id: ids.goal },
    }),
  },
  'Mutation.addIdentityProvider': {
    may: ['administrator'],
    others: 'forbidden',
    ask: () => mutation('addIdentityProvider', 'AddIdentityProviderInput', { ...providerInput, key: '', issuer: '' }),
  },
  'Mutation.editIdentityProvider': {
    may: ['administrator'],
    asksInVain: true,
    others: 'forbidden',
    ask: ({ ids }) =>
      mutation('editIdentityProvider', 'EditIdentityProviderInput', {
        ...providerInput,
        identityProviderId: ids.goal,
        expectedVersion: 1,
      }),
  },
  'Mutation.switchIdentityProvider': {
    may: ['administrator'],
    asksInVain: true,
    others: 'forbidden',
    ask: ({ ids }) =>
      mutation('switchIdentityProvider', 'SwitchIdentityProviderInput', {
        identityProviderId: ids.goal,
        expectedVersion: 1,
        enabled: false,
      }),
  },
  'Mutation.testIdentityProvider': {
    may: ['administrator'],
    asksInVain: true,
    others: 'forbidden',
    ask: ({ ids }) => ({
      text: 'mutation ($id: ID!) { result: testIdentityProvider(identityProviderId: $id) { __typename } }',
      variables: { id: ids.goal },
    }),
  },
  'Mutation.resetPasskeys': {
    asksInVain: true,
    may: ['administrator'],
    others: 'forbidden',
    ask: ({ ids }) => ({
      text: 'mutation ($id: ID!) { result: resetPasskeys(personId: $id) { __typename } }',
      variables: { id: ids.person },
    }),
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
  'Mutation.reopenHelpRequest': {
    may: ['representative of the lead agency', 'staff'],
    ask: async (world) =>
      mutation('reopenHelpRequest', 'ReopenHelpRequestInput', {
        helpRequestId: (await world.freshItem()).helpRequestId,
      }),
  },
  'Mutation.removeActionItem': {
    may: itemEditors,
    ask: async (world) =>
      mutation('removeActionItem', 'RemoveActionItemInput', { actionItemId: (await world.freshItem()).id }),
  },
  'Mutation.restore': {
    may: itemEditors,
    ask: async (world) => {
      const { data } = await world.clients.administrator.send(
        `mutation ($input: RemoveActionItemInput!) { removeActionItem(input: $input) { ... on RemoveSuccess { removed { id } } } }`,
        { input: { actionItemId: (await world.freshItem()).id } },
      );
      return mutation('restore', 'RestoreInput', { removedId: data.removeActionItem.removed.id });
    },
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
  'Mutation.removeDataSource': {
    may: stewards,
    ask: async (world) =>
      mutation('removeDataSource', 'RemoveDataSourceInput', { dataSourceId: (await world.freshSource()).id }),
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
  'Mutation.limitCatalogFeed': {
    may: ['administrator'],
    others: 'forbidden',
    ask: (_world, role) =>
      mutation('limitCatalogFeed', 'LimitCatalogFeedInput', {
        feedKey: `limits-${role.replaceAll(' ', '-')}`.slice(0, 40),
        expectedVersion: 0,
        megabytes: 20,
      }),
  },
  'Query.accessExplanation': {
    may: ['administrator'],
    others: 'forbidden',
    ask: ({ ids }) => ({
      text: 'query ($id: ID!) { accessExplanation(personId: $id) { label } }',
      variables: { id: ids.person },
    }),
  },
  'Query.personRecord': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: ({ ids }) => ({
      text: 'query ($id: ID!) { personRecord(personId: $id) { state } }',
      variables: { id: ids.person },
    }),
  },
  'Query.personRecords': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: query('personRecords { totalCount }'),
  },
  // Whoever may give none finds an empty list: see people-invitations.spec.ts.
  'Query.invitations': { may: signedIn, ask: query('invitations { totalCount }') },
  'Query.offeredMembership': {
    may: everyone,
    ask: query(`offeredMembership(token: "${'x'.repeat(43)}") { email }`),
  },
  'Mutation.acceptInvitation': {
    may: everyone,
    asksInVain: true,
    ask: () => mutation('acceptInvitation', 'AcceptInvitationInput', { token: 'x'.repeat(43), fullName: 'Robin' }),
  },
  'Mutation.invitePerson (to a seat of the sub-group)': {
    may: seatFillers,
    ask: (world) => inviting(world, { seat: { subGroupId: world.ids.subGroup } }),
  },
  'Mutation.invitePerson (to its chair)': {
    may: seatFillers.filter((role) => role !== 'chair of the sub-group'),
    ask: (world) => inviting(world, { seat: { subGroupId: world.ids.subGroup, role: 'CHAIR' } }),
  },
  'Mutation.invitePerson (to a seat of the workgroup)': {
    may: ['chair of the workgroup', 'staff', 'administrator'],
    ask: (world) => inviting(world, { seat: {} }),
  },
  'Mutation.invitePerson (as data steward)': {
    may: ['staff', 'administrator'],
    ask: (world) => inviting(world, { roles: ['DATA_STEWARD'] }),
  },
  'Mutation.invitePerson (as staff)': {
    may: ['administrator'],
    ask: (world) => inviting(world, { roles: ['STAFF'] }),
  },
  'Mutation.revokeInvitation': {
    may: seatFillers,
    ask: async (world) =>
      mutation('revokeInvitation', 'InvitationInput', { invitationId: await world.freshInvitation() }),
  },
  'Mutation.revokeInvitation (of staff)': {
    may: ['administrator'],
    ask: async (world) =>
      mutation('revokeInvitation', 'InvitationInput', { invitationId: await world.freshInvitation({ role: 'staff' }) }),
  },
  'Mutation.resendInvitation': {
    may: seatFillers,
    ask: async (world) =>
      mutation('resendInvitation', 'InvitationInput', { invitationId: await world.freshInvitation() }),
  },
  'Mutation.addSeat': {
    may: seatFillers,
    ask: ({ ids }) => mutation('addSeat', 'AddSeatInput', { subGroupId: ids.subGroup, agencyId: ids.health }),
  },
  'Mutation.addSeat (in the workgroup)': {
    may: ['chair of the workgroup', 'staff', 'administrator'],
    ask: ({ ids }) => mutation('addSeat', 'AddSeatInput', { agencyId: ids.health }),
  },
  'Mutation.fillSeat': {
    may: seatFillers,
    ask: async (world) =>
      mutation('fillSeat', 'FillSeatInput', {
        seatId: await world.freshSeat({ isHeld: false }),
        personId: await world.freshPerson(),
      }),
  },
  'Mutation.vacateSeat': {
    may: seatFillers,
    ask: async (world) =>
      mutation('vacateSeat', 'VacateSeatInput', { seatId: await world.freshSeat({ isHeld: true }) }),
  },
  'Mutation.vacateSeat (of the chair)': {
    may: seatFillers.filter((role) => role !== 'chair of the sub-group'),
    ask: async (world) =>
      mutation('vacateSeat', 'VacateSeatInput', { seatId: await world.freshSeat({ isHeld: true, role: 'chair' }) }),
  },
  'Mutation.nameAlternate': {
    may: seatFillers,
    ask: async (world) =>
      mutation('nameAlternate', 'NameAlternateInput', {
        seatId: await world.freshSeat({ isHeld: true }),
        personId: await world.freshPerson(),
      }),
  },
  'Mutation.changeSeatTerm': {
    may: seatFillers,
    ask: async (world) =>
      mutation('changeSeatTerm', 'ChangeSeatTermInput', {
        seatId: await world.freshSeat({ isHeld: true }),
        expectedVersion: 1,
        endsOn: '2099-12-31',
      }),
  },
  'Mutation.handOverSeat': {
    may: seatFillers,
    ask: async (world) =>
      mutation('handOverSeat', 'HandOverSeatInput', {
        seatId: await world.freshSeat({ isHeld: true }),
        toPersonId: await world.freshPerson(),
      }),
  },
  'Mutation.grantRole (for an agency)': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: async (world) =>
      mutation('grantRole', 'GrantRoleInput', {
        personId: await world.freshPerson(),
        role: 'DATA_STEWARD',
        agencyId: world.ids.health,
      }),
  },
  'Mutation.endRole (for an agency)': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: async (world) =>
      mutation('endRole', 'EndRoleInput', {
        roleGrantId: await world.freshGrant('data_steward'),
        expectedVersion: 1,
      }),
  },
  'Mutation.changeRoleTerm (for an agency)': {
    may: ['staff', 'administrator'],
    others: 'forbidden',
    ask: async (world) =>
      mutation('changeRoleTerm', 'ChangeRoleTermInput', {
        roleGrantId: await world.freshGrant('data_steward'),
        expectedVersion: 1,
        endsOn: '2099-12-31',
      }),
  },
  'Mutation.deactivatePerson': {
    may: ['administrator'],
    others: 'forbidden',
    ask: async (world) => mutation('deactivatePerson', 'LeavingInput', { personId: await world.freshPerson() }),
  },
  'Mutation.reactivatePerson': {
    may: ['administrator'],
    others: 'forbidden',
    ask: async (world) => mutation('reactivatePerson', 'LeavingInput', { personId: await world.freshPerson(true) }),
  },
};

const providerInput = { displayName: 'Agency', clientId: 'hub', agencyIds: [], mailDomains: ['example.org'] };

function onPasskey(name: string, id: string) {
  return { text: `mutation ($id: ID!) { result: ${name}(passkeyId: $id) { __typename } }`, variables: { id } };
}

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

const inviting = (world: MatrixWorld, input: object) =>
  mutation('invitePerson', 'InvitePersonInput', {
    email: `guest-${randomBytes(4).toString('hex')}@example.org`,
    agencyId: world.ids.health,
    ...input,
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
    expect([...new Set(Object.keys(matrix).map(operationOf))].sort()).toEqual(offered.sort());
  });

  test('agrees with the policies that the schema names', () => {
    const { schema } = hub.application.get(GraphQLSchemaHost);
    for (const [name, { may }] of Object.entries(matrix)) {
      const [typeName, fieldName] = operationOf(name).split('.') as [string, string];
      const isPublic = policiesOf(schema.getType(typeName) as GraphQLObjectType, fieldName)?.includes('public');
      expect([name, isPublic]).toEqual([name, may.includes('nobody')]);
    }
  });

  /** A subscription is decided with the socket, whichever it is. */
  const watchingBy = async (who: Role | Shadow): Promise<Outcome> => {
    const headers = who === 'nobody' ? {} : { cookie: await hub.cookieOf(world.people[who]) };
    return (await knockAt(`${hub.address}/graphql`, headers)) === 101 ? 'yes' : 'sign in';
  };

  // The cells of a row are asked at once; none of them touches what another one asks about.
  test.each(Object.keys(matrix))('%s', async (name) => {
    const row = matrix[name]!;
    const cells = [...roles.map((role) => [role, role] as const), ...Object.entries(shadows)] as [
      Role | Shadow,
      Role,
    ][];
    const outcomes = await Promise.all(
      cells.map(async ([who]) => {
        if (name.startsWith('Subscription.')) return [who, await watchingBy(who)];
        const { text, variables } = await row.ask(world, who);
        // Signing out ends the session: a client of its own for that cell.
        const client = name === 'Mutation.signOut' ? await hub.as('nobody') : world.clients[who];
        const answer = await client.send(text, variables);
        if (name === 'Mutation.signOutEverywhere') await world.enter(who);
        return [who, outcomeOf(answer, row)];
      }),
    );
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(cells.map(([who, like]) => [who, expected(row, like)])),
    );
  });

  /** Which answer of "why can she see this?" speaks of which row: the thing, and what is done to it. */
  const explained: Record<string, { thing: () => Promise<string | null>; act: string }> = {
    'Query.actionItem': { thing: async () => (await world.freshItem()).id, act: 'see it' },
    'Mutation.postUpdate': {
      thing: async () => (await world.freshItem()).id,
      act: 'post updates on it and move it',
    },
    'Mutation.editActionItem': {
      thing: async () => (await world.freshItem()).id,
      act: 'edit it and link data sources to it',
    },
    'Mutation.answerHelpRequest': {
      thing: async () => (await world.freshItem()).id,
      act: 'answer its request for help',
    },
    'Mutation.reopenHelpRequest': {
      thing: async () => (await world.freshItem()).id,
      act: 'answer its request for help',
    },
    'Mutation.openActionItemToWorkgroup': {
      thing: async () => (await world.freshItem({ isRestricted: true })).id,
      act: 'open it to the workgroup',
    },
    'Mutation.declareGoalHealth': { thing: async () => world.ids.goal!, act: 'declare its health' },
    'Mutation.declareObjectiveHealth': { thing: async () => world.ids.objective!, act: 'declare its health' },
    'Mutation.addDataSource': { thing: async () => world.ids.health!, act: 'add data sources for it' },
    'Mutation.editDataSource': { thing: async () => (await world.freshSource()).id, act: 'edit it' },
    'Mutation.startCatalogImport': { thing: async () => null, act: 'import catalogs from feeds' },
    'Mutation.limitCatalogFeed': { thing: async () => null, act: 'change the limits of feeds' },
    'Mutation.fillSeat': { thing: async () => world.ids.subGroup!, act: 'fill its seats and invite people to them' },
    'Mutation.vacateSeat (of the chair)': { thing: async () => world.ids.subGroup!, act: 'name its chair' },
    'Mutation.grantRole (for an agency)': { thing: async () => null, act: 'give and end roles for an agency' },
    'Mutation.deactivatePerson': { thing: async () => null, act: 'record that a person left, and bring them back' },
  };

  test.each(Object.keys(explained))('what explains %s says what happens, and on what it rests', async (name) => {
    const { thing, act } = explained[name]!;
    const thingId = await thing();
    const people = [...roles.slice(1).map((role) => [role, role]), ...Object.entries(shadows)] as [
      Exclude<Role, 'nobody'> | Shadow,
      Role,
    ][];
    for (const [who, like] of people) {
      const { accessExplanation } = await world.clients.administrator.query(
        `query ($person: ID!, $thing: ID) { accessExplanation(personId: $person, thingId: $thing) {
           answers { act isAllowed closed grounds { words holds whoGrants holdings { words state } } } } }`,
        { person: encodeId('Person', world.people[who]), thing: thingId },
      );
      const answer = accessExplanation.answers.find((one: { act: string }) => one.act === act);
      expect([who, answer.isAllowed]).toEqual([who, expected(matrix[name]!, like) === 'yes']);
      for (const { holds, whoGrants, holdings } of answer.grounds) {
        expect(holds ? whoGrants : whoGrants.length > 0).toBe(holds ? null : true);
        for (const { state } of holdings) expect(state === 'RUNNING').toBe(holds);
      }
      expect(answer.isAllowed).toBe(
        answer.closed === null && answer.grounds.some((one: { holds: boolean }) => one.holds),
      );
    }
  });
});

function expected({ may, others = 'refused' }: MatrixRow, role: Role): Outcome {
  if (may.includes(role)) return 'yes';
  return role === 'nobody' ? 'sign in' : others;
}

const operationOf = (name: string): string => name.split(' (')[0]!;

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
