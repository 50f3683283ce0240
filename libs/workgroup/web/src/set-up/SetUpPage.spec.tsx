import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor } from '@testing-library/react';
import { SetUpHubMutation, SetUpOfferQuery } from './setUp.operations';
import { SetUpPage } from './SetUpPage';

const offer = (setUpOffer: object | null, token = 'abc') => ({
  request: { query: SetUpOfferQuery, variables: { token } },
  result: { data: { setUpOffer } },
  maxUsageCount: 2,
});
const agencies = [{ __typename: 'AgencyChoice', key: 'cdph', name: 'Department of Public Health' }];
const empty = { __typename: 'SetUpOffer', isEmpty: true, starterName: 'Statewide Workgroup, California', agencies };
const setUp = (input: object, setUpHub: object) => ({
  request: { query: SetUpHubMutation, variables: { input: { ...input, token: 'abc' } } },
  result: { data: { setUpHub } },
});
const draw = (...mocks: { request: object; result: object }[]) =>
  renderWithHub(
    <RouteBoundary>
      <SetUpPage />
    </RouteBoundary>,
    { path: '/set-up', route: '/set-up', viewer: null, mocks: mocks as never },
  );

describe('setting up the hub', () => {
  beforeEach(() => window.history.replaceState(null, '', '/set-up#token=abc'));

  it('makes the first administrator with the structure that comes with the hub', async () => {
    const input = {
      fullName: 'Robin Marsh',
      email: 'robin@example.org',
      structure: 'STARTER',
      agencyKey: 'cdph',
    };
    const { user, location } = draw(
      offer(empty),
      setUp(input, { __typename: 'SetUpHubSuccess', fullName: 'Robin Marsh' }),
    );
    await user.type(await screen.findByLabelText('Your name'), input.fullName);
    expect(window.location.hash).toBe('');
    await user.type(screen.getByLabelText('Your e-mail address at work'), input.email);
    await user.selectOptions(screen.getByLabelText('Your agency'), 'Department of Public Health');
    await user.click(screen.getByRole('button', { name: 'Set up the hub' }));
    await waitFor(() => expect(location().pathname).toBe('/'));
  });

  it('asks for a workgroup and agency of one’s own, and says at the field what is missing', async () => {
    const message = 'The name of the workgroup is empty. Write something.';
    const { user } = draw(
      offer(empty),
      setUp(
        { fullName: 'R', email: '', structure: 'OWN', workgroupName: '', agencyName: '', agencyAbbreviation: '' },
        {
          __typename: 'InvalidInputRefusal',
          message,
          fields: [{ __typename: 'FieldProblem', path: 'workgroupName', message }],
        },
      ),
    );
    await user.type(await screen.findByLabelText('Your name'), 'R');
    await user.click(screen.getByRole('radio', { name: /of your own/ }));
    expect(screen.queryByLabelText('Your agency')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Set up the hub' }));
    expect(await screen.findByText(message)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name of the workgroup'));
  });

  it('says what to do with a dead address', async () => {
    draw(offer(null));
    expect(await screen.findByText(/used, has expired, or the hub has an administrator/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
