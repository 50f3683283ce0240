import { gql } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createIntent, repeatable } from '../writing/intent';
import { createHubClient } from './createHubClient';

const mutation = gql`
  mutation ProbeSave($input: SaveViewInput!) {
    saveView(input: $input) {
      __typename
    }
  }
`;
const variables = { input: { name: 'Mine' } };
const saved = { data: { saveView: { __typename: 'SaveViewSuccess' } } };

type Reply = { status?: number; body?: unknown; text?: string; retryAfter?: string } | TypeError;
const answer = ({ status = 200, body = saved, text, retryAfter }: Exclude<Reply, TypeError>) =>
  ({
    status,
    ok: status < 400,
    headers: new Headers({
      'content-type': 'application/graphql-response+json',
      ...(retryAfter && { 'retry-after': retryAfter }),
    }),
    text: () => Promise.resolve(text ?? JSON.stringify(body)),
  }) as Response;

/** Each reply in turn; the last one for ever. */
const replyWith = (...replies: Reply[]) => {
  const fetch = jest.fn((_uri: unknown, _options?: RequestInit) => {
    const reply = replies.length > 1 ? replies.shift()! : replies[0]!;
    return reply instanceof TypeError ? Promise.reject(reply) : Promise.resolve(answer(reply));
  });
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch;
};
const lost = new TypeError('Failed to fetch');
const keysOf = (fetch: ReturnType<typeof replyWith>) =>
  fetch.mock.calls.map(([, options]) => {
    const body = JSON.parse(options!.body as string) as { variables: { input: { idempotencyKey?: string } } };
    return body.variables.input.idempotencyKey;
  });
const createClient = (pauses = [0, 0]) => createHubClient({ onSignedOut: jest.fn(), pauses });

describe('an act whose answer is lost', () => {
  const original = globalThis.fetch;
  beforeEach(() => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    globalThis.fetch = original;
  });

  it.each<[string, Reply]>([
    ['the network fails', lost],
    ['a proxy finds nobody', { status: 502, text: '<html>' }],
    ['the hub is away', { status: 503, text: 'busy' }],
    ['a proxy waits in vain', { status: 504, text: '' }],
    ['the answer breaks off', { text: '{"data": {"saveV' }],
    [
      'the hub says in GraphQL that it is busy',
      { status: 503, body: { errors: [{ message: 'Busy.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] } },
    ],
  ])('is tried again with the same key when %s', async (_when, reply) => {
    const fetch = replyWith(reply, reply, {});
    const intent = createIntent();
    const { data } = await createClient().mutate({ mutation, variables, context: intent.context });
    expect(data).toEqual(saved.data);
    expect(keysOf(fetch)).toEqual([intent.key, intent.key, intent.key]);
  });

  it('is not tried again when it took the hub too long: it would take as long again', async () => {
    const body = { errors: [{ message: 'Too long.', extensions: { code: 'TOOK_TOO_LONG' } }] };
    const fetch = replyWith({ status: 503, body }, {});
    const { context } = createIntent();
    await expect(createClient().mutate({ mutation, variables, context })).rejects.toThrow('Too long.');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('fails as usual when the tries are used up, and goes on with the same key when the person presses again', async () => {
    const fetch = replyWith(lost, lost, lost, {});
    const client = createClient();
    const intent = createIntent();
    await expect(client.mutate({ mutation, variables, context: intent.context })).rejects.toBe(lost);
    expect((await client.mutate({ mutation, variables, context: intent.context })).data).toEqual(saved.data);
    expect(new Set(keysOf(fetch))).toEqual(new Set([intent.key]));
    expect(fetch).toHaveBeenCalledTimes(4);
  });

  it('is tried again without a key where doing it twice is the same', async () => {
    const fetch = replyWith(lost, {});
    await createClient().mutate({ mutation, variables, context: repeatable });
    expect(keysOf(fetch)).toEqual([undefined, undefined]);
  });

  it('is not tried again without a key, for it might be done twice', async () => {
    const fetch = replyWith(lost);
    await expect(createClient().mutate({ mutation, variables })).rejects.toBe(lost);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each<[number, unknown]>([
    [400, { errors: [{ message: 'No.', extensions: { code: 'BAD_USER_INPUT' } }] }],
    [401, { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] }],
    [500, { errors: [{ message: 'Oh.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }],
  ])('is not tried again when it was answered with HTTP %i', async (status, body) => {
    const fetch = replyWith({ status, body });
    await expect(createClient().mutate({ mutation, variables, context: createIntent().context })).rejects.toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('waits longer each time, and as long as it is asked to', async () => {
    const waits: unknown[] = [];
    const setTimeoutNow = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait?: number) => {
      if (wait !== undefined && wait >= 100 && wait < 20_000) waits.push(wait);
      if ((wait ?? 0) < 20_000) queueMicrotask(run);
      return 0;
    }) as unknown as typeof setTimeout);
    replyWith(lost, lost, { status: 503, text: '', retryAfter: '3' }, {});
    await createClient([400, 1_000, 2_500]).mutate({ mutation, variables, context: createIntent().context });
    setTimeoutNow.mockRestore();
    expect(waits).toEqual([200, 500, 3_000]);
  });

  it('says that the hub is busy rather than wait for minutes', async () => {
    const fetch = replyWith({ status: 503, text: '', retryAfter: '120' });
    await expect(createClient().mutate({ mutation, variables, context: createIntent().context })).rejects.toMatchObject(
      { statusCode: 503 },
    );
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('gives up a try that nobody answers', async () => {
    jest.useFakeTimers();
    try {
      let tries = 0;
      globalThis.fetch = (() => {
        tries += 1;
        return tries === 1 ? new Promise(() => undefined) : Promise.resolve(answer({}));
      }) as unknown as typeof globalThis.fetch;
      const outcome = createClient().mutate({ mutation, variables, context: createIntent().context });
      await jest.advanceTimersByTimeAsync(20_100);
      expect((await outcome).data).toEqual(saved.data);
      expect(tries).toBe(2);
    } finally {
      jest.useRealTimers();
    }
  });
});
