import { renderWithHub } from '@sos/platform-web/testing';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { HandOverForm, type HeldSeat } from './HandOverForm';
import { HandOverSeatMutation, SuccessorsQuery } from './handOver.queries';

const seat: HeldSeat = {
  __typename: 'Seat',
  id: 'seat-1',
  role: 'MEMBER',
  endsOn: null,
  state: 'RUNNING',
  viewerMayFill: true,
  agency: { __typename: 'Agency', id: 'dhcs', shortName: 'Health Care Services' },
  person: { __typename: 'Person', id: 'ana', fullName: 'Ana Reyes' },
  subGroup: { __typename: 'SubGroup', id: 'hr', slug: 'harm-reduction', name: 'Harm Reduction' },
  workgroup: { __typename: 'Workgroup', id: 'w', name: 'Workgroup' },
  itemsToHandOver: [
    { __typename: 'ActionItem', id: 'one', reference: 'HR-1', title: 'Naloxone at hand', dueOn: '2026-12-04' },
    { __typename: 'ActionItem', id: 'two', reference: 'HR-2', title: 'Test strips', dueOn: null },
  ],
};
const successors = {
  request: { query: SuccessorsQuery, variables: { text: null } },
  result: {
    data: {
      people: {
        __typename: 'PersonConnection',
        edges: [
          {
            __typename: 'PersonEdge',
            cursor: '1',
            node: {
              __typename: 'Person',
              id: 'ben',
              fullName: 'Ben Ito',
              agency: { __typename: 'Agency', id: 'dhcs', abbreviation: 'DHCS' },
            },
          },
        ],
      },
    },
  },
};
const handing = (input: object, next: string, moved: string[]) => ({
  request: { query: HandOverSeatMutation, variables: { input } },
  result: {
    data: {
      handOverSeat: {
        __typename: 'HandOverSeatSuccess',
        seat: { __typename: 'Seat', id: next },
        movedItems: moved.map((id) => ({ __typename: 'ActionItem', id })),
      },
    },
  },
});

describe('handing a seat over', () => {
  it('takes along the checked items, goes back to the members, and can be undone', async () => {
    const { user, location } = renderWithHub(<HandOverForm seat={seat} />, {
      path: '/seats/seat-1/hand-over',
      route: '*',
      mocks: [
        successors,
        { ...successors },
        handing({ seatId: 'seat-1', toPersonId: 'ben', actionItemIds: ['one'] }, 'seat-2', ['one']),
        handing({ seatId: 'seat-2', toPersonId: 'ana', actionItemIds: ['one'] }, 'seat-1', ['one']),
      ],
    });
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(screen.getByText('Choose who takes over.')).toBeTruthy();
    await user.click(screen.getByRole('combobox', { name: /Who takes over/ }));
    await user.click(await screen.findByRole('option', { name: /Ben Ito/, hidden: true }));
    await user.click(screen.getByRole('checkbox', { name: /HR-2 Test strips/ }));
    await user.click(screen.getByRole('button', { name: 'Hand over' }));
    expect(await screen.findByText('Seat handed over')).toBeTruthy();
    await waitFor(() => expect(location().pathname).toBe('/subgroups/harm-reduction/members'));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Seat given back')).toBeTruthy();
  });
});
