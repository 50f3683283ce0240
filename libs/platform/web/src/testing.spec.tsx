import { renderWithHub, sampleHub, sampleViewer } from './testing';
import { useSuspenseQuery } from '@apollo/client/react';
import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { useParams } from 'react-router';
import { RouteBoundary, ShellQuery, useHub, usePage, useViewer } from './index';

const Page = () => {
  const { data } = useSuspenseQuery(ShellQuery);
  const { number } = useParams();
  usePage({ title: `Goal ${number}` });
  return (
    <h1>
      {data.hub.name}, {useHub().today}, {useViewer().person.fullName}
    </h1>
  );
};

describe('renderWithHub', () => {
  it('gives a page its data, its address and its viewer', async () => {
    const answer = { data: { __typename: 'Query' as const, hub: sampleHub, viewer: sampleViewer } };
    renderWithHub(
      <RouteBoundary>
        <Page />
      </RouteBoundary>,
      {
        path: '/goals/3',
        route: '/goals/:number',
        viewer: { person: { ...sampleViewer.person, fullName: 'Denise Okafor' } },
        mocks: [{ request: { query: ShellQuery }, result: answer }],
      },
    );
    expect(await screen.findByRole('heading', { level: 1 })).toHaveProperty(
      'textContent',
      'SOS Hub, 2026-11-20, Denise Okafor',
    );
    expect(document.title).toBe('Goal 3 - SOS Hub');
  });

  it('replaces a failed page with what to do, and asks again', async () => {
    const { user } = renderWithHub(
      <RouteBoundary what="The goal">
        <Page />
      </RouteBoundary>,
      {
        path: '/goals/3',
        route: '/goals/:number',
        mocks: [
          {
            request: { query: ShellQuery },
            result: { errors: [{ message: 'Unexpected', extensions: { code: 'INTERNAL', reference: '7F3K-20' } }] },
          },
          { request: { query: ShellQuery }, result: { data: { hub: sampleHub, viewer: sampleViewer } } },
        ],
      },
    );
    expect((await screen.findByRole('alert')).textContent).toContain('The goal could not be loaded.');
    expect(screen.getByRole('alert').textContent).toContain('Reference 7F3K-20');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  });
});
