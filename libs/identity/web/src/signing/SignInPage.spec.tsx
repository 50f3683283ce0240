import { renderWithHub, sampleHub, sampleViewer } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor, within } from '@testing-library/react';
import { DemonstrationPersonsQuery } from './DemonstrationSignIn';
import type { Candidate } from './PersonRows';
import { SignInPage } from './SignInPage';
import { RequestSignInLinkMutation } from './useRequestSignInLink';
import { SignInMutation } from './useSignInAs';

const person = (id: string, fullName: string, demonstrationRole: string | null = null): Candidate => ({
  __typename: 'DemonstrationPerson',
  id,
  fullName,
  jobTitle: 'Policy analyst',
  agencyName: 'Department of Health Care Services',
  agencyAbbreviation: 'DHCS',
  demonstrationRole,
});
const persons = [
  person('ana', 'Ana Reyes', 'Representative, Health Care Services'),
  ...Array.from({ length: 11 }, (_, number) => person(`other-${number}`, `Member ${number}`)),
];
const list = {
  request: { query: DemonstrationPersonsQuery },
  result: { data: { demonstrationPersons: persons } },
  maxUsageCount: 2,
};

const draw = (path: string, mutationResult?: object) =>
  renderWithHub(
    <RouteBoundary>
      <SignInPage />
    </RouteBoundary>,
    {
      path,
      route: '/sign-in',
      viewer: null,
      hub: sampleHub,
      mocks: [
        list,
        {
          request: { query: SignInMutation, variables: { personId: 'ana' } },
          result: { data: { signInAsDemonstrationPerson: mutationResult } },
        },
      ],
    },
  );
const success = { __typename: 'SignInSuccess', viewer: sampleViewer };

describe('signing in to the demonstration', () => {
  it('puts the persons with a part to play first, and says what it is', async () => {
    draw('/sign-in');
    const first = await screen.findByRole('region', { name: 'Good ones to begin with' });
    expect(within(first).getAllByRole('listitem')).toHaveLength(1);
    expect(first.textContent).toContain('posts updates');
    expect(screen.getAllByText('Ana Reyes')).toHaveLength(1);
  });

  it('takes one press, and leads to where the person wanted to go', async () => {
    const { user, location } = draw('/sign-in?return=%2Fitems%3Fstatus%3DBLOCKED', success);
    const buttons = await screen.findAllByRole('button', { name: 'Sign in as Ana Reyes' });
    await user.click(buttons[0]!);
    await waitFor(() => expect(location().pathname + location().search).toBe('/items?status=BLOCKED'));
  });

  it('leads to no other site', async () => {
    const { user, location } = draw('/sign-in?return=%2F%2Felsewhere.example', success);
    const buttons = await screen.findAllByRole('button', { name: 'Sign in as Ana Reyes' });
    await user.click(buttons[0]!);
    await waitFor(() => expect(location().pathname).toBe('/'));
  });

  it('says why it was refused', async () => {
    const { user, location } = draw('/sign-in', {
      __typename: 'NotFoundRefusal',
      message: 'This person is no longer in the demonstration.',
    });
    await user.click((await screen.findAllByRole('button', { name: 'Sign in as Ana Reyes' }))[0]!);
    expect((await screen.findByRole('alert')).textContent).toContain('no longer in the demonstration');
    expect(location().pathname).toBe('/sign-in');
  });

  it('finds anyone by typing', async () => {
    const { user } = draw('/sign-in');
    await user.type(await screen.findByLabelText('Find a person'), 'member 10');
    const everyone = screen.getByRole('region', { name: 'Everyone else' });
    expect(within(everyone).getAllByRole('listitem')).toHaveLength(1);
    await user.type(screen.getByLabelText('Find a person'), 'x');
    expect(screen.getByText('Nobody matches.')).toBeTruthy();
  });
});

const request = (variables: object, requestSignInLink: object) => ({
  request: { query: RequestSignInLinkMutation, variables },
  result: { data: { requestSignInLink } },
});
const drawReal = (path: string, ...mocks: ReturnType<typeof request>[]) =>
  renderWithHub(<SignInPage />, { path, route: '/sign-in', viewer: null, hub: { isDemonstration: false }, mocks });

describe('signing in to a real hub', () => {
  it('takes the address, and says the same whoever it belongs to', async () => {
    const message = 'If somebody in the hub has this address, a message is on its way.';
    const { user } = drawReal(
      '/sign-in?return=%2Fitems',
      request(
        { email: 'robin@example.org', returnPath: '/items' },
        { __typename: 'RequestSignInLinkSuccess', message },
      ),
    );
    await user.type(screen.getByLabelText('E-mail address at work'), ' robin@example.org {Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Look in your mail' })).toBeTruthy();
    expect(screen.getByText(message)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Look in your mail'));
    await user.click(screen.getByRole('button', { name: 'Use another address' }));
    expect(screen.getByLabelText('E-mail address at work')).toBeTruthy();
  });

  it('says at the field what is wrong with it, and keeps what was typed', async () => {
    const message = 'Enter your e-mail address at work, such as robin@agency.ca.gov.';
    const { user } = drawReal(
      '/sign-in',
      request(
        { email: 'robin', returnPath: '/' },
        {
          __typename: 'InvalidInputRefusal',
          message,
          fields: [{ __typename: 'FieldProblem', path: 'email', message }],
        },
      ),
    );
    const field = screen.getByLabelText<HTMLInputElement>('E-mail address at work');
    await user.type(field, 'robin');
    await user.click(screen.getByRole('button', { name: 'Send link' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(field.value).toBe('robin');
    await waitFor(() => expect(document.activeElement).toBe(field));
  });

  it('says why one is here when the session has ended', () => {
    renderWithHub(<SignInPage />, {
      path: { pathname: '/sign-in', state: { sessionEnded: true } } as unknown as string,
      viewer: null,
      hub: { isDemonstration: false },
    });
    expect(screen.getByText(/Your session has ended/)).toBeTruthy();
  });
});
