import { gql } from '@apollo/client';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createHubClient } from './createHubClient';

const query = gql`
  query Probe {
    hub {
      name
    }
  }
`;

const answerWith = (status: number, body: unknown) => {
  const fetch = jest.fn((_uri: unknown, _options?: RequestInit) =>
    Promise.resolve({
      status,
      ok: status < 400,
      headers: new Headers({ 'content-type': 'application/graphql-response+json' }),
      text: () => Promise.resolve(JSON.stringify(body)),
    } as Response),
  );
  globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
  return fetch;
};

describe('the client', () => {
  const original = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = original;
  });

  it.each([200, 401])('says when nobody is signed in (HTTP %i)', async (status) => {
    answerWith(status, { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] });
    const onSignedOut = jest.fn();
    await expect(createHubClient({ onSignedOut }).query({ query })).rejects.toBeTruthy();
    expect(onSignedOut).toHaveBeenCalledTimes(1);
  });

  it('sends the header that no foreign form can send, and cookies to its own origin only', async () => {
    const fetch = answerWith(200, { data: { hub: { __typename: 'Hub', name: 'SOS Hub' } } });
    const onSignedOut = jest.fn();
    await createHubClient({ onSignedOut }).query({ query });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'same-origin',
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(onSignedOut).not.toHaveBeenCalled();
  });

  it('sends the hash of an operation that the hub knows, and the text when it does not', async () => {
    const known = { ...query, __meta__: { hash: 'sha256:abc' } } as typeof query;
    const fetch = jest.fn((_uri: unknown, options?: RequestInit) => {
      const isText = 'query' in (JSON.parse(String(options?.body)) as object);
      const notFound = {
        errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
      };
      const body = isText ? { data: { hub: { __typename: 'Hub', name: 'SOS Hub' } } } : notFound;
      return Promise.resolve({
        status: 200,
        ok: true,
        headers: new Headers({ 'content-type': 'application/graphql-response+json' }),
        text: () => Promise.resolve(JSON.stringify(body)),
      } as Response);
    });
    globalThis.fetch = fetch as unknown as typeof globalThis.fetch;
    const client = createHubClient({ onSignedOut: jest.fn(), knowsOperations: true });
    const { data } = await client.query<{ hub: { name: string } }>({ query: known });
    expect(data?.hub.name).toBe('SOS Hub');
    const bodies = fetch.mock.calls.map(([, options]) => JSON.parse(String(options?.body)) as Record<string, unknown>);
    expect(bodies[0]).toMatchObject({ operationName: 'Probe', extensions: { persistedQuery: { sha256Hash: 'abc' } } });
    expect(bodies[0]).not.toHaveProperty('query');
    expect(bodies[1]).toHaveProperty('query');
  });
});
