import { ApolloLink } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { parse } from 'graphql';
import { of } from 'rxjs';
import { createCache } from '../client/cache';
import { HubClient } from '../client/HubClient';
import { QuietRefresh } from './QuietRefresh';

// Not `gql`: these are no operations of the hub, and must not be generated.
const title = parse('fragment Title on ActionItem { __typename title }');
const ItemPage = parse(`
  query ItemPage { actionItem(reference: "PS-1") { __typename id ...Title } }
  fragment Title on ActionItem { __typename title }
`);
const ItemList = parse(`
  query ItemList($first: Int!, $after: String) {
    actionItems(first: $first, after: $after) {
      __typename
      edges { __typename node { __typename id title } }
    }
  }
`);
const Shell = parse('query Shell { hub { __typename name } }');

type Asked = { name: string; variables: Record<string, unknown>; headers: unknown };

describe('the quiet refresh', () => {
  let asked: Asked[];
  let titleNow: string;
  let client: HubClient;
  let refresh: QuietRefresh;
  let isFree: boolean;
  let looks: number;
  const stops: { unsubscribe(): void }[] = [];

  const item = (id: string, text = titleNow) => ({ __typename: 'ActionItem', id, title: text });
  const answers: Record<string, (variables: Record<string, unknown>) => unknown> = {
    ItemPage: () => ({ actionItem: item('item-1') }),
    ItemList: ({ first }) => ({
      actionItems: {
        __typename: 'ActionItemConnection',
        edges: Array.from({ length: Number(first) }, (_, place) => ({
          __typename: 'ActionItemEdge',
          node: item(`other-${place}`),
        })),
      },
    }),
    Shell: () => ({ hub: { __typename: 'Hub', name: 'SOS Hub' } }),
  };
  const show = (query: typeof ItemPage, variables = {}) => {
    const watched = client.watchQuery({ query, variables });
    stops.push(watched.subscribe(() => undefined));
    return watched;
  };
  const namesAsked = () => asked.map(({ name }) => name).sort();

  beforeEach(() => {
    asked = [];
    titleNow = 'Before';
    isFree = true;
    looks = 0;
    const link = new ApolloLink((operation) => {
      const { operationName, variables } = operation;
      asked.push({ name: operationName!, variables, headers: operation.getContext().headers });
      return of({ data: answers[operationName!]!(variables) as Record<string, unknown> });
    });
    client = new HubClient({ cache: createCache(), link, dataMasking: true });
    refresh = new QuietRefresh(client, {
      except: new Set(['Shell']),
      soon: 10,
      later: 80,
      isFree: () => ((looks += 1), isFree),
    });
  });
  afterEach(() => {
    refresh.stop();
    stops.splice(0).forEach((stop) => stop.unsubscribe());
  });
  const opened = async () => {
    const page = show(ItemPage);
    show(ItemList, { first: 2 });
    show(Shell);
    await waitFor(() => expect(asked).toHaveLength(3));
    asked = [];
    return page;
  };

  it('asks soon for what shows the thing, later for the rest, and never for what it does not concern', async () => {
    const page = await opened();
    titleNow = 'After';
    refresh.hear({ kind: 'CHANGED', subjectId: 'item-1' });
    await waitFor(() => expect(namesAsked()).toEqual(['ItemPage']));
    await waitFor(() =>
      expect(client.readFragment({ id: 'ActionItem:item-1', fragment: title })).toMatchObject({ title: 'After' }),
    );
    expect(page.getCurrentResult().loading).toBe(false);
    await waitFor(() => expect(namesAsked()).toEqual(['ItemList', 'ItemPage', 'ItemPage']));
  });

  it('makes one question of many changes, and it is no sign of life', async () => {
    await opened();
    for (let count = 0; count < 20; count += 1) refresh.hear({ kind: 'CHANGED', subjectId: 'item-1' });
    await waitFor(() => expect(namesAsked()).toEqual(['ItemList', 'ItemPage', 'ItemPage']));
    expect(asked.every(({ headers }) => (headers as Record<string, string>)['sos-background'] === '1')).toBe(true);
  });

  it('waits while the person writes', async () => {
    await opened();
    isFree = false;
    refresh.hear({ kind: 'CHANGED', subjectId: 'item-1' });
    await waitFor(() => expect(looks).toBeGreaterThan(5));
    expect(asked).toEqual([]);
    isFree = true;
    await waitFor(() => expect(namesAsked()).toEqual(['ItemList', 'ItemPage', 'ItemPage']));
  });

  it('asks for everything at once when much was missed', async () => {
    await opened();
    refresh.hear({ kind: 'MISSED', subjectId: null });
    await waitFor(() => expect(namesAsked().slice(0, 2)).toEqual(['ItemList', 'ItemPage']));
  });

  it('keeps the rows that "Show more" has brought', async () => {
    const list = show(ItemList, { first: 2 });
    await waitFor(() => expect(asked).toHaveLength(1));
    client.cache.writeQuery({ query: ItemList, variables: { first: 2 }, data: answers.ItemList!({ first: 5 }) });
    asked = [];
    refresh.hear({ kind: 'CHANGED', subjectId: 'other-4' });
    await waitFor(() => expect(asked[0]?.variables).toMatchObject({ first: 5 }));
    await waitFor(() => {
      const { data } = list.getCurrentResult() as { data: { actionItems: { edges: unknown[] } } };
      expect(data.actionItems.edges).toHaveLength(5);
    });
  });
});

describe('whether the hands are free', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['<textarea></textarea>', false],
    ['<input type="text">', false],
    ['<input type="search">', false],
    ['<select></select>', false],
    ['<button></button>', true],
    ['<input type="checkbox">', true],
  ])('with the focus in %s', async (html, free) => {
    const { handsAreFree } = await import('./handsAreFree');
    document.body.innerHTML = html;
    (document.body.firstElementChild as HTMLElement).focus();
    expect(handsAreFree()).toBe(free);
  });

  it('not while a dialog is open', async () => {
    const { handsAreFree } = await import('./handsAreFree');
    document.body.innerHTML = '<div role="dialog"></div>';
    expect(handsAreFree()).toBe(false);
  });
});
