import { describe, expect, it } from '@jest/globals';
import { renderWithHub } from '@sos/platform-web/testing';
import { screen, within } from '@testing-library/react';
import { AuditPage } from './AuditPage';
import { AuditTrailQuery } from './auditTrail.query';

const everything = { person: null, thing: null, action: null, from: null, to: null };
const answer = (filter: object, labels: string[]) => ({
  request: { query: AuditTrailQuery, variables: { filter: { ...everything, ...filter }, first: 50 } },
  result: {
    data: {
      auditTrail: {
        __typename: 'AuditRecordConnection',
        totalCount: labels.length,
        edges: labels.map((label) => ({
          __typename: 'AuditRecordEdge',
          cursor: label,
          node: {
            __typename: 'AuditRecord',
            id: label,
            occurredAt: '2026-11-19T18:00:00Z',
            actorLabel: 'Ana Reyes',
            action: 'edited',
            subjectType: 'ActionItem',
            subjectLabel: label,
            subjectPath: '/items/PS-19',
            detail: null,
            before: '{"title": "Old"}',
            after: '{"title": "New"}',
            isRestricted: label === 'Sensitive',
          },
        })),
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: labels.at(-1) ?? null },
      },
    },
  },
});
const open = (path: string, isAdministrator: boolean, ...mocks: ReturnType<typeof answer>[]) =>
  renderWithHub(<AuditPage />, { mocks, path, viewer: { isAdministrator } });

describe('the audit trail', () => {
  it('says who did what to which thing, what it was before, and what is restricted', async () => {
    open('/admin/audit', true, answer({}, ['Agree a standing order', 'Sensitive']));
    expect(await screen.findByText('2 entries')).toBeTruthy();
    const [, first, second] = within(screen.getByRole('table')).getAllByRole('row');
    expect(first!.textContent).toContain('Nov 19, 2026, 10:00 AM');
    expect(first!.textContent).toContain('Ana Reyes');
    expect(first!.textContent).toContain('edited Agree a standing order');
    expect(first!.textContent).toContain('{"title": "Old"}');
    expect(second!.textContent).toContain('Restricted');
  });

  it('asks what the address says', async () => {
    open('/admin/audit?person=Ana&from=2026-11-01', true, answer({ person: 'Ana', from: '2026-11-01' }, ['Found']));
    expect(await screen.findByText('1 entry')).toBeTruthy();
  });

  it('says what to do when nothing matches', async () => {
    open('/admin/audit?thing=nothing', true, answer({ thing: 'nothing' }, []));
    expect(await screen.findByText('No entry matches.')).toBeTruthy();
  });

  it('is for administrators', () => {
    open('/admin/audit', false);
    expect(screen.getByText('Only administrators read the audit trail.')).toBeTruthy();
  });
});
