import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** What a client may try again: nothing came back, or somebody on the way says that it is only for now. */
const passing = new Set([429, 502, 503, 504]);

/**
 * Writers who do what people do, one thing after the other, and try again under the same key until they are told that
 * it is done. What they were told stands in the ledger; the database is held against it afterwards.
 */
export class Writers {
  ledger = [];
  refusals = [];
  surprises = [];
  slowest = 0;
  counts = { answered: 0, retried: 0, turnedAway: 0, unanswered: 0 };
  #isWanted = true;
  #working;

  /** @param options `limit`: milliseconds after which a client gives a request up. */
  constructor(hub, world, { limit = 20_000 } = {}) {
    this.limit = limit;
    this.ids = world.ids;
    this.#working = Promise.all(world.writers.map((writer) => this.#write(writer, hub.client(writer.cookie))));
  }

  /** Nothing new is begun; what is under way is tried until it is done, or until the time is up. */
  async finish(limit = 30_000) {
    this.#isWanted = false;
    this.giveUpAt = performance.now() + limit;
    await this.#working;
  }

  get acknowledged() {
    return this.ledger.filter(({ isDone }) => isDone).length;
  }

  unfinished() {
    return this.ledger
      .filter(({ isDone }) => !isDone)
      .map(({ kind, marker, attempts }) => ({ kind, marker, attempts }));
  }

  async #write(writer, client) {
    for (let turn = 0; this.#isWanted; turn += 1) {
      const act = acts[turn % acts.length](writer, this.ids, turn);
      this.ledger.push(act);
      await this.#untilDone(client, act);
    }
    client.close();
  }

  async #untilDone(client, act) {
    for (let pause = 25; ; pause = Math.min(pause * 2, 400)) {
      act.attempts += 1;
      if (act.attempts > 1) this.counts.retried += 1;
      const answer = await client.graphql(act.query, act.variables, this.limit).catch(() => null);
      if (!answer) this.counts.unanswered += 1;
      else if (this.#isOver(act, answer)) return;
      if (this.giveUpAt && performance.now() > this.giveUpAt) return;
      await delay(pause * (0.5 + Math.random()));
    }
  }

  #isOver(act, answer) {
    this.slowest = Math.max(this.slowest, answer.milliseconds);
    if (passing.has(answer.status)) {
      this.counts.turnedAway += 1;
      if (!answer.headers['retry-after']) this.surprises.push(`${answer.status} without Retry-After`);
      return false;
    }
    const result = answer.json?.data?.result;
    if (answer.status !== 200 || answer.json?.errors || !result) {
      this.surprises.push(`${act.kind}: ${answer.status} ${answer.text.slice(0, 300)}`);
      return false;
    }
    this.counts.answered += 1;
    if (result.__typename.endsWith('Success')) {
      act.isDone = true;
      act.whenDone(result);
    } else {
      this.refusals.push(`${act.kind} at attempt ${act.attempts}: ${JSON.stringify(result).slice(0, 300)}`);
      act.whenRefused?.(result);
    }
    return true;
  }
}

const statuses = ['IN_PROGRESS', 'BLOCKED', 'NOT_STARTED'];

const begin = (kind, act) => ({ kind, attempts: 0, isDone: false, whenDone: () => undefined, ...act });

/** Each gives one act of its kind, with a text that stands for it alone. */
const acts = [postUpdate, createItem, postUpdate, editItem, postUpdate, addSource, invite];

function postUpdate(writer, ids, turn) {
  const marker = randomUUID();
  const item = writer.items[turn % writer.items.length];
  const helpers = ids.helpers.slice(0, turn % 3);
  return begin('update', {
    marker,
    itemId: item.uuid,
    helpers: helpers.length,
    query: `mutation Post($input: PostUpdateInput!) { result: postUpdate(input: $input) { __typename
      ... on PostUpdateSuccess { actionItem { version } } ... on Refusal { message }
      ... on StaleActionItemRefusal { current { version } } } }`,
    variables: {
      input: {
        actionItemId: item.id,
        expectedVersion: item.version,
        status: statuses[turn % statuses.length],
        note: marker,
        helpWantedAgencyIds: helpers,
        idempotencyKey: marker,
      },
    },
    whenDone: ({ actionItem }) => (item.version = actionItem.version),
    whenRefused: ({ current }) => (item.version = current?.version ?? item.version),
  });
}

function editItem(writer, ids, turn) {
  const marker = randomUUID();
  const item = writer.items[turn % writer.items.length];
  return begin('edit', {
    marker,
    itemId: item.uuid,
    query: `mutation Edit($input: EditActionItemInput!) { result: editActionItem(input: $input) { __typename
      ... on EditActionItemSuccess { actionItem { version } } ... on Refusal { message }
      ... on StaleActionItemRefusal { current { version } } } }`,
    variables: {
      input: {
        actionItemId: item.id,
        expectedVersion: item.version,
        title: marker,
        supportingAgencyIds: ids.helpers.slice(turn % 2),
        idempotencyKey: marker,
      },
    },
    whenDone: ({ actionItem }) => (item.version = actionItem.version),
    whenRefused: ({ current }) => (item.version = current?.version ?? item.version),
  });
}

function createItem(_writer, ids) {
  const marker = randomUUID();
  return begin('item', {
    marker,
    query: `mutation Open($input: CreateActionItemInput!) { result: createActionItem(input: $input) { __typename
      ... on Refusal { message } } }`,
    variables: {
      input: {
        title: marker,
        goalId: ids.goal,
        focusItemId: ids.focusItem,
        subGroupId: ids.subGroup,
        leadAgencyId: ids.agency,
        supportingAgencyIds: ids.helpers,
        idempotencyKey: marker,
      },
    },
  });
}

function addSource(_writer, ids) {
  const marker = randomUUID();
  return begin('source', {
    marker,
    query: `mutation Add($input: DataSourceInput!) { result: addDataSource(input: $input) { __typename
      ... on Refusal { message } ... on InvalidInputRefusal { fields { path message } } } }`,
    variables: {
      input: {
        title: marker,
        description: 'A source that is added while things break.',
        keywords: ['faults'],
        themes: ['Deaths'],
        accessLevel: 'PUBLIC',
        stewardAgencyId: ids.agency,
        distributions: ['CSV', 'JSON'].map((format) => ({ format, accessUrl: `https://example.org/${marker}` })),
        idempotencyKey: marker,
      },
    },
  });
}

/** What must send mail: its entry in the outbox comes and goes with it. */
function invite(_writer, ids) {
  const marker = randomUUID();
  return begin('invitation', {
    marker,
    query: `mutation Invite($input: InvitePersonInput!) { result: invitePerson(input: $input) { __typename
      ... on Refusal { message } ... on InvalidInputRefusal { fields { path message } } } }`,
    variables: {
      input: { email: `${marker}@faults.example.org`, agencyId: ids.agency, roles: [], idempotencyKey: marker },
    },
  });
}
