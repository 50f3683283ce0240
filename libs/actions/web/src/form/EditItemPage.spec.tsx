import { renderWithHub } from '@sos/platform-web/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { RouteBoundary } from '@sos/platform-web';
import { screen, waitFor, within } from '@testing-library/react';
import { sampleAgencies, sampleItem } from '../testing/sampleItems';
import { EditItemPage, EditItemPageQuery } from './EditItemPage';
import { EditItemMutation } from './useSaveItem';

const item = {
  ...sampleItem('PS-19', { title: 'Agree a standing order' }),
  objective: null,
  focusItem: { __typename: 'FocusItem', id: 'focus-1', slug: 'treatment', statement: 'Fewer barriers to treatment' },
  subGroup: { __typename: 'SubGroup', id: 'group-ps', slug: 'public-safety', name: 'Public Safety' },
  supportingAgencies: [],
};
const options = {
  goals: [{ __typename: 'Goal', id: 'goal-3', number: 3, statement: 'Fewer fatal overdoses', objectives: [] }],
  workgroup: { __typename: 'Workgroup', id: 'w', subGroups: [{ ...item.subGroup, focusItems: [item.focusItem] }] },
  agencies: {
    __typename: 'AgencyConnection',
    edges: Object.values(sampleAgencies).map((node) => ({ __typename: 'AgencyEdge', cursor: node.id, node })),
  },
  people: { __typename: 'PersonConnection', edges: [] },
};
const page = (given: object = {}) => ({
  request: { query: EditItemPageQuery, variables: { reference: 'PS-19' } },
  result: { data: { actionItem: { ...item, ...given }, ...options } },
});
const save = (input: object, editActionItem: object) => ({
  request: { query: EditItemMutation, variables: { input: { actionItemId: item.id, ...input } } },
  result: { data: { editActionItem } },
});
const open = (mocks: NonNullable<Parameters<typeof renderWithHub>[1]>['mocks']) =>
  renderWithHub(
    <RouteBoundary>
      <EditItemPage />
    </RouteBoundary>,
    { path: '/items/PS-19/edit', route: '/items/:reference/edit', mocks },
  );
const title = () => screen.findByLabelText('Title');
const submit = /^Save (changes|mine on top)/;

beforeEach(() => window.localStorage.clear());

describe('editing an item', () => {
  it('sends only what was changed, and goes back to the item', async () => {
    const { user, location } = open([
      page(),
      save(
        { expectedVersion: 4, title: 'Agree on one order' },
        { __typename: 'EditActionItemSuccess', actionItem: { ...item, title: 'Agree on one order', version: 5 } },
      ),
    ]);
    await user.clear(await title());
    await user.type(await title(), 'Agree on one order');
    await user.click(screen.getByRole('button', { name: submit }));
    await waitFor(() => expect(location().pathname).toBe('/items/PS-19'));
  });

  it('shows field by field what changed meanwhile, keeps the text, and saves on top', async () => {
    const current = { ...item, title: 'Agree two orders', nextStep: 'Call Fresno.', version: 7 };
    const { user, location } = open([
      page(),
      save(
        { expectedVersion: 4, title: 'Mine' },
        { __typename: 'StaleActionItemRefusal', message: 'Changed.', current },
      ),
      save(
        { expectedVersion: 7, title: 'Mine' },
        { __typename: 'EditActionItemSuccess', actionItem: { ...current, title: 'Mine', version: 8 } },
      ),
    ]);
    await user.clear(await title());
    await user.type(await title(), 'Mine');
    await user.click(screen.getByRole('button', { name: submit }));
    const field = within(await screen.findByRole('group', { name: 'Title: saved meanwhile' }));
    expect(field.getByText('Agree two orders')).toBeTruthy();
    await user.click(field.getByRole('button', { name: 'Use theirs for Title' }));
    expect(await title()).toHaveProperty('value', 'Agree two orders');
    await user.click(field.getByRole('button', { name: 'Use mine for Title' }));
    expect(screen.getByText('Taken over from them: Next step.')).toBeTruthy();
    expect(await title()).toHaveProperty('value', 'Mine');
    expect(screen.getByLabelText(/^Next step/)).toHaveProperty('value', 'Call Fresno.');
    await user.click(screen.getByRole('button', { name: submit }));
    await waitFor(() => expect(location().pathname).toBe('/items/PS-19'));
  });

  it('puts a refusal at its field, with the focus on it', async () => {
    const { user } = open([
      page(),
      save(
        { expectedVersion: 4, tags: ['a'] },
        {
          __typename: 'InvalidInputRefusal',
          message: 'Something is not right.',
          fields: [{ __typename: 'FieldProblem', path: 'tags.0', message: 'Write a longer tag.' }],
        },
      ),
    ]);
    await user.type(await screen.findByLabelText(/^Tags/), 'a');
    await user.click(screen.getByRole('button', { name: submit }));
    expect(await screen.findByText('Write a longer tag.')).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Tags/)));
  });

  it('says who can, where the viewer may not', async () => {
    open([page({ viewerMayEdit: false })]);
    expect(await screen.findByText(/Department of Health Care Services, which leads it/)).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });
});
