import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { SearchQuery } from './search.query';
import { SearchDialog } from './SearchDialog';

const hit = (id: string, kind: string, title: string) => ({
  __typename: 'SearchHit',
  id,
  kind,
  title,
  detail: null,
  path: `/found/${id}`,
});
const answer = (text: string, hits: ReturnType<typeof hit>[], totalCount = hits.length) => ({
  request: { query: SearchQuery, variables: { text, first: 20 } },
  result: { data: { search: { __typename: 'SearchResults', totalCount, hits } } },
});
const jail = [hit('ps-19', 'ACTION_ITEM', 'Buprenorphine at jail intake'), hit('g-3', 'GOAL', 'Fewer deaths')];
const mocks = [
  answer('jail', [...jail, hit('ps-20', 'ACTION_ITEM', 'Training')]),
  answer('zzz', []),
  {
    request: { query: SearchQuery, variables: { text: 'broken', first: 20 } },
    result: { errors: [{ message: 'Broken', extensions: { code: 'INTERNAL_SERVER_ERROR', reference: '7F3K-20' } }] },
  },
];

const Page = () => {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button onClick={() => setOpened(true)}>Search everything</button>
      <SearchDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
};

const open = async () => {
  const view = renderWithHub(<Page />, { mocks });
  await view.user.click(screen.getByText('Search everything'));
  return { ...view, field: await screen.findByRole('combobox') };
};
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

describe('the search', () => {
  beforeEach(() => localStorage.clear());

  it('groups what it finds and says how much there is', async () => {
    const { user } = await open();
    await user.keyboard('jail');
    const items = await screen.findByRole('group', { name: 'Action items' });
    expect(within(items).getAllByRole('option')).toHaveLength(2);
    expect(screen.getByRole('group', { name: 'Goals' })).toBeTruthy();
    await waitFor(() => expect(screen.getAllByRole('status').map((node) => node.textContent)).toContain('3 results'));
  });

  it('is driven by the arrow keys while focus stays in the field', async () => {
    const { user, field, location } = await open();
    await user.keyboard('jail');
    await screen.findAllByRole('option');
    expect(chosen()).toContain('Buprenorphine');
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(chosen()).toContain('Fewer deaths');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
    await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    await waitFor(() => expect(location().pathname).toBe('/found/g-3'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('gives the focus back on Escape', async () => {
    const { user } = await open();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Search everything'));
  });

  it('offers what was opened lately', async () => {
    const { user } = await open();
    expect(screen.getByText(/Type a word/)).toBeTruthy();
    await user.keyboard('jail');
    await user.click((await screen.findAllByRole('option'))[0]!);
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
  });

  it('says when nothing matches', async () => {
    const { user } = await open();
    await user.keyboard('zzz');
    expect(await screen.findByText(/Nothing matches “zzz”/)).toBeTruthy();
  });

  it('keeps a failure inside, with its reference', async () => {
    const { user } = await open();
    await user.keyboard('broken');
    expect((await screen.findByRole('alert')).textContent).toContain('7F3K-20');
  });
});
