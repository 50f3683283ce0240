import { describe, expect, it } from '@jest/globals';
import { renderWithHub } from '@sos/platform-web/testing';
import { screen, within } from '@testing-library/react';
import { AsOfQuery } from './asOf.query';
import { AsOfSection } from './AsOfSection';

const field = (name: string, label: string, then: string[], now: string[], kind = 'TEXT') => ({
  __typename: 'AsOfField',
  name,
  label,
  kind,
  then,
  now,
  isChanged: JSON.stringify(then) !== JSON.stringify(now),
});
const answer = (date: string, more: object = {}) => ({
  request: { query: AsOfQuery, variables: { id: 'item', date } },
  // A page that is slow to come may ask again.
  maxUsageCount: 3,
  result: {
    data: {
      asOf: {
        __typename: 'AsOf',
        date,
        existed: true,
        since: '2026-09-01',
        fields: [
          field('status', 'Status', ['Not started'], ['Blocked']),
          field('dueOn', 'Due date', ['2026-12-04'], ['2026-12-04'], 'DATE'),
          field('tags', 'Tags', [], ['jail', 'court'], 'LIST'),
          field('objectiveId', 'Objective', [], []),
        ],
        changes: [
          {
            __typename: 'AsOfChange',
            occurredAt: '2026-11-19T18:00:00Z',
            actorLabel: 'Ana Reyes',
            action: 'posted Blocked on',
            detail: 'It waits.',
            fields: ['Status', 'Latest update'],
          },
        ],
        ...more,
      },
    },
  },
});
const open = (path: string, ...mocks: ReturnType<typeof answer>[]) =>
  renderWithHub(<AsOfSection id="item" />, { mocks, path });

describe('the history of a thing', () => {
  it('asks for a date and, until there is one, for nothing else', () => {
    open('/items/PS-19');
    expect(screen.getByRole('heading', { name: 'History' })).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('shows what it was on the date of the address, marks what changed since, and says who changed it', async () => {
    open('/items/PS-19?asOf=2026-11-06', answer('2026-11-06'));
    const table = await screen.findByRole('table', { name: 'What it was on Nov 6, 2026, beside today' });
    expect(screen.getByRole('heading', { name: 'As of Nov 6, 2026' })).toBeTruthy();
    expect(screen.getByText('2 fields differed from today.')).toBeTruthy();
    const words = within(table)
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(words).toHaveLength(4);
    expect(words[1]).toContain('Status Changed since');
    expect(words[1]).toContain('Not started');
    expect(words[2]).toContain('Dec 4, 2026');
    expect(words[2]).toContain('The same');
    expect(words[3]).toContain('None');
    const changes = screen.getByRole('list', { name: 'Changes since Nov 6, 2026, newest first' });
    expect(changes.textContent).toContain('Ana Reyes posted Blocked on it: status and latest update“It waits.”');
  });

  it('says when it begins where there was nothing yet', async () => {
    open('/items/PS-19?asOf=2026-08-01', answer('2026-08-01', { existed: false, fields: [], changes: [] }));
    expect(await screen.findByText('There was nothing to see here on Aug 1, 2026.')).toBeTruthy();
    expect(screen.getByText(/It begins on Sep 1, 2026/)).toBeTruthy();
  });

  it('says that it was removed for a while', async () => {
    open('/items/PS-19?asOf=2026-10-01', answer('2026-10-01', { existed: false, fields: [], changes: [] }));
    expect(await screen.findByText('It was removed on Oct 1, 2026, and restored later.')).toBeTruthy();
  });

  it('passes over what is no day', () => {
    open('/items/PS-19?asOf=2026-02-31');
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.getByRole('heading', { name: 'History' })).toBeTruthy();
  });

  it('puts the chosen day into the address, as a step that can be taken back', async () => {
    const { user, location } = open('/items/PS-19?changes=1', answer('2026-11-06'));
    await user.type(screen.getByRole('textbox', { name: /As of/ }), '2026-11-06');
    await user.tab();
    expect(location().search).toBe('?changes=1&asOf=2026-11-06');
  });
});
