import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { FeedsPage } from './FeedsPage';
import { ImportPage } from './ImportPage';
import { FeedsQuery, LimitFeedMutation } from './importOperations';

const limits = (changes: Record<string, unknown> = {}) => ({
  __typename: 'CatalogFeedLimits',
  megabytes: 10,
  seconds: 30,
  areUsual: true,
  version: 0,
  ...changes,
});
const feed = (changes: Record<string, unknown> = {}) => ({
  __typename: 'CatalogFeed',
  key: 'cdc',
  title: 'CDC',
  location: null,
  isCurated: false,
  dataSourceCount: 3,
  withdrawnCount: 0,
  limits: limits(),
  latestImport: null,
  ...changes,
});
const feeds = (...catalogFeeds: unknown[]) => ({
  request: { query: FeedsQuery },
  result: { data: { catalogFeeds } },
});
/** Each try has a key of its own intent, which the mock takes whatever it is. */
const limited = (input: Record<string, unknown>, limitCatalogFeed: unknown) => ({
  request: {
    query: LimitFeedMutation,
    variables: (variables: { input: Record<string, unknown> }) =>
      JSON.stringify({ ...variables.input, idempotencyKey: undefined }) === JSON.stringify(input),
  },
  result: { data: { limitCatalogFeed } },
});
const saved = (changes: Record<string, unknown>) => ({
  __typename: 'LimitCatalogFeedSuccess',
  feed: { __typename: 'CatalogFeed', key: 'cdc', limits: limits({ areUsual: false, version: 1, ...changes }) },
});
const open = (page: 'feeds' | 'import', mocks: readonly unknown[], isAdministrator = true) =>
  renderWithHub(<RouteBoundary>{page === 'feeds' ? <FeedsPage /> : <ImportPage />}</RouteBoundary>, {
    path: '/data/import',
    route: '/data/import',
    viewer: { mayImportCatalogs: true, isAdministrator },
    mocks: mocks as never,
  });

afterEach(() => notifications.clean());

describe('the limits of a feed', () => {
  it('stand beside it; staff see them, and only administrators change them', async () => {
    open('feeds', [feeds(feed({ limits: limits({ megabytes: 120, seconds: 300, areUsual: false }) }))], false);
    expect(await screen.findByText('Up to 120 MB in 5 minutes')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Change the limits/ })).toBeNull();
  });

  it('are raised in a dialog, and the page shows what holds', async () => {
    const { user } = open('feeds', [
      feeds(feed()),
      limited({ feedKey: 'cdc', expectedVersion: 0, megabytes: 80, seconds: null }, saved({ megabytes: 80 })),
      feeds(feed({ limits: limits({ megabytes: 80, areUsual: false, version: 1 }) })),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Change the limits of CDC' }));
    const size = await screen.findByLabelText('Megabytes');
    await user.clear(size);
    await user.type(size, '80');
    await user.click(screen.getByRole('button', { name: 'Save limits' }));
    expect(await screen.findByText('Up to 80 MB in 30 seconds')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each(['0', '201', '1.5', 'a lot'])('refuses %s megabytes at the field before anything is sent', async (text) => {
    const { user } = open('feeds', [feeds(feed())]);
    await user.click(await screen.findByRole('button', { name: 'Change the limits of CDC' }));
    const size = await screen.findByLabelText('Megabytes');
    await user.clear(size);
    await user.type(size, text);
    await user.click(screen.getByRole('button', { name: 'Save limits' }));
    expect(await screen.findByText('Enter whole megabytes from 1 to 200.')).toBeTruthy();
    expect(document.activeElement).toBe(size);
  });

  it('that somebody else changed meanwhile are told, and the next save goes over them', async () => {
    const message = 'Somebody set 50 MB and 30 seconds in the meantime.';
    const current = limits({ megabytes: 50, areUsual: false, version: 1 });
    const wanted = { megabytes: 80, seconds: null };
    const { user } = open('feeds', [
      feeds(feed()),
      limited(
        { feedKey: 'cdc', expectedVersion: 0, ...wanted },
        { __typename: 'StaleFeedLimitsRefusal', message, current },
      ),
      feeds(feed({ limits: current })),
      limited({ feedKey: 'cdc', expectedVersion: 1, ...wanted }, saved({ megabytes: 80, version: 2 })),
      feeds(feed({ limits: limits({ megabytes: 80, areUsual: false, version: 2 }) })),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Change the limits of CDC' }));
    const size = await screen.findByLabelText<HTMLInputElement>('Megabytes');
    await user.clear(size);
    await user.type(size, '80');
    await user.click(screen.getByRole('button', { name: 'Save limits' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(size.value).toBe('80');
    await user.click(screen.getByRole('button', { name: 'Save limits' }));
    expect(await screen.findByText('Up to 80 MB in 30 seconds')).toBeTruthy();
  });

  it('are raised before the first import of a new feed, which does not begin by it', async () => {
    const { user } = open('import', [
      feeds(),
      limited({ feedKey: 'new-one', expectedVersion: 0, megabytes: 80, seconds: null }, saved({ megabytes: 80 })),
      feeds(feed({ key: 'new-one', title: 'new-one', limits: limits({ megabytes: 80, areUsual: false, version: 1 }) })),
    ]);
    await user.click(await screen.findByRole('radio', { name: 'A web address' }));
    await user.type(screen.getByRole('textbox', { name: /Source key/ }), 'new-one');
    expect(screen.getByText('Up to 10 MB in 30 seconds')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Change the limits of new-one' }));
    const size = await screen.findByLabelText('Megabytes');
    await user.clear(size);
    await user.type(size, '80{Enter}');
    expect(await screen.findByText('Up to 80 MB in 30 seconds')).toBeTruthy();
    // The form behind the dialog would complain of its missing address.
    expect(screen.queryByText('Enter a web address that begins with https://.')).toBeNull();
  });
});
