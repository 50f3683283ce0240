import { renderWithHub } from '@sos/platform-web/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { FeedsQuery, ImportQuery, StartImportMutation } from './importOperations';
import { ImportPage } from './ImportPage';

const feeds = (catalogFeeds: unknown[] = []) => ({
  request: { query: FeedsQuery },
  result: { data: { catalogFeeds } },
  maxUsageCount: 5,
});
const run = (changes: Record<string, unknown>) => ({
  __typename: 'CatalogImport',
  id: 'run-1',
  feedKey: 'cdc',
  location: 'data.json',
  dryRun: true,
  state: 'FINISHED',
  startedAt: '2026-11-20T18:00:00Z',
  finishedAt: '2026-11-20T18:00:03Z',
  startedBy: null,
  processed: 1140,
  total: 1140,
  added: 1132,
  changed: 0,
  unchanged: 0,
  removed: 0,
  rejected: 8,
  withProblems: 1,
  failure: null,
  problemCount: 1,
  problems: [{ __typename: 'CatalogProblem', identifier: 'x-1', path: 'license', message: 'Must be a web address.' }],
  ...changes,
});
const answer = (catalogImport: unknown) => ({
  request: { query: ImportQuery, variables: { id: 'run-1', problems: 50 } },
  result: { data: { catalogImport } },
});
const start = (input: Record<string, unknown>, startCatalogImport: unknown) => ({
  request: { query: StartImportMutation, variables: { input } },
  result: { data: { startCatalogImport } },
});
const started = {
  __typename: 'StartCatalogImportSuccess',
  catalogImport: { __typename: 'CatalogImport', id: 'run-1', state: 'RUNNING' },
};
const open = (mocks: readonly unknown[], path = '/data/import', mayImportCatalogs = true) =>
  renderWithHub(
    <RouteBoundary>
      <ImportPage />
    </RouteBoundary>,
    { path, route: '/data/import', viewer: { mayImportCatalogs }, mocks: [feeds(), ...mocks] as never },
  );

type Sent = { path: string; headers: Record<string, string>; body: unknown };
const browsersOwn = globalThis.XMLHttpRequest;

/** The browser's way to send files, answered by the hub as told. */
const answerUploads = (status: number, body: unknown): Sent[] => {
  const sent: Sent[] = [];
  class AnsweredRequest {
    upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
    onload?: () => void;
    status = status;
    responseText = JSON.stringify(body);
    private path = '';
    private headers: Record<string, string> = {};
    open(_method: string, path: string) {
      this.path = path;
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    send(file: unknown) {
      sent.push({ path: this.path, headers: this.headers, body: file });
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      queueMicrotask(() => this.onload?.());
    }
  }
  globalThis.XMLHttpRequest = AnsweredRequest as unknown as typeof XMLHttpRequest;
  return sent;
};

afterEach(() => {
  globalThis.XMLHttpRequest = browsersOwn;
  notifications.clean();
});

describe('importing a catalog', () => {
  it('is for staff; others are told who can give them the role', async () => {
    open([], '/data/import', false);
    expect(await screen.findByText('Only staff and administrators import catalogs.')).toBeTruthy();
  });

  it('asks for what is missing before anything is sent', async () => {
    const { user } = open([]);
    await user.click(await screen.findByRole('button', { name: 'Try import' }));
    expect(screen.getByText('Choose a file.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Catalog file'));
    expect(screen.getByText('Choose a feed, or name a new one.')).toBeTruthy();
  });

  it('sends the file, tries it, shows its progress, and then imports it', async () => {
    const file = new File(['{"dataset":[]}'], 'data.json', { type: 'application/json' });
    const sent = answerUploads(201, { uploadId: 'upload-1' });
    const input = { feedKey: 'cdc', uploadId: 'upload-1' };
    const { user, location } = open([
      start({ ...input, dryRun: true }, started),
      answer(run({ state: 'RUNNING', processed: 600, finishedAt: null, problemCount: 0, problems: [] })),
      answer(run({})),
      start({ ...input, dryRun: false }, { ...started, catalogImport: { ...started.catalogImport, id: 'run-2' } }),
    ]);
    await user.upload(await screen.findByLabelText('Catalog file'), file);
    await user.type(screen.getByRole('textbox', { name: /Source key/ }), 'CDC');
    await user.click(screen.getByRole('button', { name: 'Try import' }));
    await screen.findByText('600 of 1,140 read');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('600');
    expect(document.activeElement?.textContent).toBe('Trying the import');
    expect(screen.getByText('50% read')).toBeTruthy();
    expect(location().search).toBe('?run=run-1');
    await screen.findByText('Trial finished: nothing was changed', {}, { timeout: 3000 });
    expect(screen.getByText('1,132')).toBeTruthy();
    expect(screen.getByText('Must be a web address.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Import catalog' }));
    await waitFor(() => expect(location().search).toBe('?run=run-2'));
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['/catalog/uploads', file],
      ['/catalog/uploads', file],
    ]);
    expect(sent[0]!.headers).toEqual({ 'content-type': 'application/octet-stream', 'x-file-name': 'data.json' });
  });

  it('says at the file why the hub did not take it', async () => {
    answerUploads(403, { errors: [{ message: 'Only staff import catalogs.' }] });
    const { user } = open([]);
    await user.upload(await screen.findByLabelText('Catalog file'), new File(['x'], 'données.json'));
    await user.type(screen.getByRole('textbox', { name: /Source key/ }), 'cdc');
    await user.click(screen.getByRole('button', { name: 'Try import' }));
    await screen.findByText('Only staff import catalogs.');
    expect(document.activeElement).toBe(screen.getByLabelText('Catalog file'));
  });

  it('says in plain words what the file was when it is no catalog', async () => {
    const failure = 'This is a web page (HTML), not a catalog.';
    open(
      [answer(run({ state: 'FAILED', failure, dryRun: false, problemCount: 0, problems: [] }))],
      '/data/import?run=run-1',
    );
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(failure);
    expect(alert.textContent).toContain('Nothing in the catalog has changed.');
  });

  it('shows a refusal of the hub at its field', async () => {
    const { user } = open([
      start(
        { feedKey: 'cdc', url: 'https://10.0.0.1/data.json', dryRun: true },
        {
          __typename: 'InvalidInputRefusal',
          message: 'One field needs another value.',
          fields: [{ __typename: 'FieldProblem', path: 'url', message: 'This address is not public.' }],
        },
      ),
    ]);
    await user.click(await screen.findByRole('radio', { name: 'A web address' }));
    await user.type(screen.getByRole('textbox', { name: 'Address of the catalog' }), 'https://10.0.0.1/data.json');
    await user.type(screen.getByRole('textbox', { name: /Source key/ }), 'cdc');
    await user.click(screen.getByRole('button', { name: 'Try import' }));
    await screen.findByText('This address is not public.');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Address of the catalog' }));
  });
});
