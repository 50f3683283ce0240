import { renderWithHub } from '../testing';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Link, Route, Routes } from 'react-router';
import { useCurrentPage, usePage } from './usePage';

const Page = ({ title, place }: { title: string; place?: string }) => {
  usePage({ title, breadcrumbs: [{ label: 'Goals', to: '/goals' }, { label: title }], place });
  return <h1>{title}</h1>;
};

const Trail = () => (
  <output>
    {useCurrentPage()
      .breadcrumbs.map(({ label }) => label)
      .join(' / ')}
  </output>
);

const Site = () => (
  <>
    <Trail />
    <Link to="/goals/2">Second</Link>
    <Link to="/goals/2/items">Items of the second</Link>
    <Routes>
      <Route path="/goals/1" element={<Page title="First" />} />
      <Route path="/goals/2" element={<Page title="Second goal" place="/goals/2" />} />
      <Route path="/goals/2/items" element={<Page title="Second goal" place="/goals/2" />} />
    </Routes>
  </>
);

describe('a page', () => {
  it('names the window and the way to it', () => {
    renderWithHub(<Site />, { path: '/goals/1' });
    expect(document.title).toBe('First - SOS Hub');
    expect(screen.getByRole('status').textContent).toBe('Goals / First');
    expect(document.activeElement).toBe(document.body);
  });

  it('takes the focus to its heading, once for each place', async () => {
    const { user } = renderWithHub(<Site />, { path: '/goals/1' });
    await user.click(screen.getByText('Second'));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await user.click(screen.getByText('Items of the second'));
    expect(document.activeElement?.textContent).toBe('Items of the second');
  });
});
