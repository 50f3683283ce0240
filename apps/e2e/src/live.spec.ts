import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './support/eventually';
import { hubAs } from './support/hub-as';
import { beginJourney, type Journey } from './support/journey';

let journey: Journey;

beforeAll(async () => {
  journey = await beginJourney();
});
afterEach(() => journey.leave());
afterAll(() => journey.end());

/** Resolves when the page's socket is there; fails the spec by its limit when the page's policy forbids it. */
const listening = (page: Page) => page.waitForEvent('websocket');

const itemOfAna = async () => {
  const ana = await hubAs(journey.hub.address, 'Ana Reyes');
  const { actionItems } = await ana.query(
    '{ actionItems(filter: { mine: true }, first: 1) { edges { node { id reference version } } } }',
  );
  return { ana, item: actionItems.edges[0].node as { id: string; reference: string; version: number } };
};
const post = async ({ ana, item }: Awaited<ReturnType<typeof itemOfAna>>, note: string) => {
  const { result } = await ana.query(
    `mutation ($input: PostUpdateInput!) {
       result: postUpdate(input: $input) { __typename ... on PostUpdateSuccess { actionItem { version } } }
     }`,
    { input: { actionItemId: item.id, expectedVersion: item.version, status: 'IN_PROGRESS', note } },
  );
  expect(result.__typename).toBe('PostUpdateSuccess');
  item.version = result.actionItem.version;
};

describe('what somebody else changes', () => {
  it('shows on the page of the item by itself', async () => {
    const theirs = await itemOfAna();
    const page = await journey.personAt('Jordan Whitfield');
    const socket = listening(page);
    await page.goto(`/items/${theirs.item.reference}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect((await socket).url()).toBe(`${journey.hub.address.replace('http', 'ws')}/graphql`);
    // The protocol does not say when a subscription is in place: the first update that shows does.
    await eventually(async () => {
      await post(theirs, 'The counties sent their lists today.');
      await page.getByText('The counties sent their lists today.').first().waitFor({ timeout: 3_000 });
    });
  });

  it('is counted by a feed and shown when asked for', async () => {
    const theirs = await itemOfAna();
    const page = await journey.personAt('Jordan Whitfield');
    const socket = listening(page);
    await page.goto('/activity');
    await page.getByRole('list', { name: 'Activity, newest first' }).waitFor();
    await socket;
    const news = page.getByRole('status').filter({ hasText: /new changes?$/ });
    await eventually(async () => {
      await post(theirs, 'The third list is here.');
      await news.waitFor({ timeout: 2_000 });
    });
    expect(await page.getByText('The third list is here.').count()).toBe(0);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByText('The third list is here.').first().waitFor();
    await eventually(async () => expect(await news.count()).toBe(0));
  });
});
