import { renderWithHub } from '@sos/platform-web/testing';
import { notifications } from '@mantine/notifications';
import { afterEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { AccessPeopleQuery } from '../admin/access.queries';
import { sampleSeat } from '../testing/sampleSubGroups';
import { SeatActs } from './SeatActs';
import { ChangeSeatTermMutation, FillSeatMutation, NameAlternateMutation } from './seatActs.queries';

type Seat = Parameters<typeof SeatActs>[0]['seat'];
const held = sampleSeat('seat-1', 'Denise Okafor') as unknown as Seat;
const vacant = sampleSeat('seat-2', null) as unknown as Seat;

const person = (id: string, fullName: string) => ({
  __typename: 'Person',
  id,
  fullName,
  agency: { __typename: 'Agency', id: 'dhcs', abbreviation: 'DHCS' },
});
const people = {
  request: { query: AccessPeopleQuery, variables: () => true },
  result: {
    data: {
      people: {
        __typename: 'PersonConnection',
        edges: [person('ben', 'Ben Ito'), person('Denise Okafor', 'Denise Okafor')].map((node) => ({
          __typename: 'PersonEdge',
          cursor: node.id,
          node,
        })),
      },
    },
  },
  maxUsageCount: 10,
};
const invalid = (path: string, message: string) => ({
  __typename: 'InvalidInputRefusal',
  message,
  fields: [{ __typename: 'FieldProblem', path, message }],
});
const sent = (query: unknown, input: object, data: object) => ({
  request: { query, variables: { input } },
  result: { data },
});
const open = async (seat: Seat, act: string, mocks: readonly unknown[]) => {
  const rendered = renderWithHub(<SeatActs seat={seat} bodyName="Public Safety" />, { mocks: mocks as never });
  await rendered.user.click(screen.getByRole('button', { name: /^Change/ }));
  await rendered.user.click(await screen.findByRole('menuitem', { name: act, hidden: true }));
  return rendered;
};

afterEach(() => notifications.clean());

describe('what may be done with a seat', () => {
  it('is said for which seat, and depends on whether somebody has it', async () => {
    const { user, unmount } = renderWithHub(<SeatActs seat={vacant} bodyName="Public Safety" />);
    const button = screen.getByRole('button', { name: /^Change/ });
    expect(button.textContent).toBe('Change: the vacant seat in Public Safety, for Corrections and Rehabilitation');
    await user.click(button);
    expect((await screen.findAllByRole('menuitem', { hidden: true })).map(({ textContent }) => textContent)).toEqual([
      'Fill seat',
      'Name an alternate',
      'Change last day',
    ]);
    unmount();
    renderWithHub(<SeatActs seat={{ ...held, alternate: { id: 'ben', fullName: 'Ben Ito' } } as Seat} bodyName="A" />);
    await user.click(screen.getByRole('button', { name: /^Change/ }));
    expect((await screen.findAllByRole('menuitem', { hidden: true })).map(({ textContent }) => textContent)).toEqual([
      'Hand over with its work',
      'Vacate seat',
      'Name another alternate',
      'Remove alternate',
      'Change last day',
    ]);
  });

  it('says beside the field what the hub refuses, and keeps what was chosen', async () => {
    const message = 'There is no such person in the hub. Choose one of the list, or invite them.';
    const { user } = await open(vacant, 'Fill seat', [
      people,
      sent(FillSeatMutation, { seatId: 'seat-2', personId: 'ben' }, { fillSeat: invalid('personId', message) }),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Fill seat' }));
    const field = dialog.getByRole('combobox', { name: 'Person' });
    await user.click(field);
    await user.click(await screen.findByRole('option', { name: /Ben Ito/, hidden: true }));
    await user.click(dialog.getByRole('button', { name: 'Fill seat' }));
    expect(await dialog.findByText(message)).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect((field as HTMLInputElement).value).toBe('Ben Ito');
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(dialog.queryByText('The seat stays as it is.')).toBeNull();
  });

  it('says what no field stands for', async () => {
    const { user } = await open(vacant, 'Fill seat', [
      people,
      sent(
        FillSeatMutation,
        { seatId: 'seat-2', personId: 'ben' },
        { fillSeat: invalid('seatId', 'The term of this seat is over. Add a new seat instead.') },
      ),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Fill seat' }));
    await user.click(dialog.getByRole('combobox', { name: 'Person' }));
    await user.click(await screen.findByRole('option', { name: /Ben Ito/, hidden: true }));
    await user.click(dialog.getByRole('button', { name: 'Fill seat' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('The term of this seat is over.');
  });

  it('offers as alternate nobody who has the seat', async () => {
    const { user } = await open(held, 'Name an alternate', [
      people,
      sent(
        NameAlternateMutation,
        { seatId: 'seat-1', personId: 'ben' },
        {
          nameAlternate: {
            __typename: 'SeatSuccess',
            seat: {
              __typename: 'Seat',
              id: 'seat-1',
              version: 2,
              alternate: { __typename: 'Person', id: 'ben', fullName: 'Ben Ito' },
            },
          },
        },
      ),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Name alternate' }));
    await user.click(dialog.getByRole('combobox', { name: 'Alternate' }));
    await user.click(await screen.findByRole('option', { name: /Ben Ito/, hidden: true }));
    expect(screen.queryByRole('option', { name: /Denise Okafor/, hidden: true })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Name alternate' }));
    expect(await screen.findByText('Alternate named')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is refused when the seat was changed meanwhile', async () => {
    const message = 'Somebody changed this seat in the meantime. Look at it again, then decide.';
    const { user } = await open(held, 'Change last day', [
      sent(
        ChangeSeatTermMutation,
        { seatId: 'seat-1', expectedVersion: 1, endsOn: null },
        {
          changeSeatTerm: {
            __typename: 'StaleSeatRefusal',
            message,
            current: { __typename: 'Seat', id: 'seat-1', version: 2, endsOn: '2027-01-31', person: null },
          },
        },
      ),
    ]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Change last day' }));
    await user.click(dialog.getByRole('button', { name: 'Clear last day', hidden: true }));
    await user.click(dialog.getByRole('button', { name: 'Change last day' }));
    expect((await dialog.findByRole('alert')).textContent).toContain(message);
  });
});
