import { randomUUID } from 'node:crypto';

/**
 * What the three kinds of people do, in the web app's own operations and about as often as they do it. A visit takes
 * what the person has seen and gives the operation's name and variables; null when there is nothing yet to do it with.
 */
const openMyWork = () => ['MyWork', {}];
const openItem = ({ seen, pick }) => pick(seen.references, (reference) => ['ItemPage', { reference }]);
const openBoard = ({ any }) => ['SubGroupBoard', { slug: `sub-group-${any(3)}` }];
const listItems = () => ['ItemList', { first: 25 }];
const readFeed = () => ['ActivityFeed', { first: 20 }];
const searchAll = ({ word }) => ['Search', { text: word(), first: 5 }];
const openGoal = ({ any }) => ['GoalPage', { number: any(60) }];
const listGoals = () => ['GoalList', {}];
const searchSources = ({ word }) => ['CatalogSearch', { text: word(), first: 20 }];
const openSource = ({ any }) => ['SourcePage', { slug: `source-${any(10_000)}` }];
const openDirectory = () => ['DirectoryAgencies', {}];
const openShell = () => ['Shell', {}];

/** On one's own items: on those of others many may not. */
const postUpdate = ({ seen, pick, any }) =>
  pick(seen.own, ({ id, version }) => [
    'PostUpdate',
    {
      input: {
        actionItemId: id,
        expectedVersion: version,
        status: ['IN_PROGRESS', 'BLOCKED', 'IN_PROGRESS'][any(3) - 1],
        note: 'The work goes on as planned; the next report is in two weeks.',
        idempotencyKey: randomUUID(),
      },
    },
  ]);

const editItem = ({ seen, pick }) =>
  pick(seen.items, ({ id, version }) => [
    'EditItem',
    {
      input: {
        actionItemId: id,
        expectedVersion: version,
        nextStep: `Ask the counties again, ${randomUUID()}.`,
        idempotencyKey: randomUUID(),
      },
    },
  ]);

const addSource = ({ agencyId, word }) => [
  'AddDataSource',
  {
    input: {
      title: `${word()} ${randomUUID()}`,
      description: 'Counts by county and month, with the dates of each release.',
      keywords: ['overdose'],
      themes: ['Deaths'],
      accessLevel: 'PUBLIC',
      stewardAgencyId: agencyId,
      distributions: [{ format: 'CSV', accessUrl: 'https://example.org/data' }],
      idempotencyKey: randomUUID(),
    },
  },
];

/** Of a hundred things that each of them does. */
export const kinds = {
  representative: [
    [26, openMyWork],
    [20, openItem],
    [14, postUpdate],
    [10, openBoard],
    [8, searchAll],
    [8, readFeed],
    [8, listItems],
    [6, openShell],
  ],
  chair: [
    [22, openBoard],
    [16, openGoal],
    [12, listGoals],
    [14, listItems],
    [12, openItem],
    [8, openMyWork],
    [6, editItem],
    [6, readFeed],
    [4, openShell],
  ],
  dataStaff: [
    [40, searchSources],
    [25, openSource],
    [8, addSource],
    [9, searchAll],
    [8, openDirectory],
    [6, openMyWork],
    [4, openShell],
  ],
};

export const writes = new Set(['PostUpdate', 'EditItem', 'AddDataSource']);
