import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen } from '@testing-library/react';
import { sampleSource } from '../testing/sampleSources';
import { SourcePage, SourcePageQuery } from './SourcePage';

const open = (dataSource: unknown, hash = '') =>
  renderWithHub(
    <RouteBoundary>
      <SourcePage />
    </RouteBoundary>,
    {
      path: `/data/death-file${hash}`,
      route: '/data/:slug',
      mocks: [
        { request: { query: SourcePageQuery, variables: { slug: 'death-file' } }, result: { data: { dataSource } } },
      ] as never,
    },
  );

describe('the page of a source', () => {
  it('shows a restricted source with its steps, its steward and what is missing', async () => {
    const { user } = open(sampleSource('death-file', { title: 'Death file', viewerMayEdit: false }));
    await screen.findByRole('heading', { level: 1, name: 'Death file' });
    expect(screen.getByText('Sign the agreement.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'tomas.beltran@example.org' }).getAttribute('href')).toBe(
      'mailto:tomas.beltran@example.org',
    );
    expect(screen.queryByRole('link', { name: 'Edit' })).toBeNull();
    const more = screen.getByRole('button', { name: '2 to mend' });
    await user.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Known limits')).toBeTruthy();
  });

  it('opens at the steps when a result leads there', async () => {
    window.HTMLElement.prototype.scrollIntoView = () => undefined;
    open(sampleSource('death-file'), '#how-to-get-it');
    await screen.findByRole('heading', { level: 1 });
    expect(document.activeElement?.textContent).toBe('How to get it');
  });

  it('makes no link of a feed’s address that is none, and says that a source was withdrawn', async () => {
    open(
      sampleSource('death-file', {
        withdrawnAt: '2026-11-01T09:00:00Z',
        distributions: [
          {
            __typename: 'Distribution',
            id: 'd-1',
            title: 'Table',
            description: null,
            format: 'CSV',
            mediaType: null,
            accessUrl: 'javascript:alert(1)',
            downloadUrl: null,
          },
        ],
      }),
    );
    await screen.findByText('Table');
    expect(screen.queryByRole('link', { name: /Table/ })).toBeNull();
    expect(screen.getByText(/since Nov 1, 2026/)).toBeTruthy();
  });

  it('helps on when there is no such source', async () => {
    open(null);
    await screen.findByRole('heading', { name: 'Data source not found' });
    expect(screen.getByRole('link', { name: 'Search the data catalog' }).getAttribute('href')).toBe('/data');
  });
});
