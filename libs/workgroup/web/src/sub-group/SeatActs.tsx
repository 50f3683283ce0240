import { useMutation } from '@apollo/client/react';
import type { SeatPartsFragment } from '@sos/platform-contract';
import { MenuButton, useToast } from '@sos/platform-ui';
import { useNavigate } from 'react-router';
import { FillSeatMutation, VacateSeatMutation } from '../admin/people.queries';
import { useAct } from '../admin/useAct';

/** What a chair does with a seat of the sub-group. A vacant one is filled by inviting, whoever it is. */
export const SeatActs = ({ seat }: { seat: SeatPartsFragment }) => {
  const { act } = useAct();
  const toast = useToast();
  const navigate = useNavigate();
  const [vacate] = useMutation(VacateSeatMutation);
  const [fill] = useMutation(FillSeatMutation);
  const { id: seatId, person } = seat;
  if (!person) return null;
  const giveBack = (id: string) =>
    void act(
      async () => (await fill({ variables: { input: { seatId: id, personId: person.id } } })).data?.fillSeat,
      'SeatSuccess',
      () => ({ message: 'Seat given back' }),
    );
  const vacateSeat = async () => {
    const { value } = await act(
      async () => (await vacate({ variables: { input: { seatId } } })).data?.vacateSeat,
      'SeatSuccess',
      ({ seat: vacant }) => ({ message: 'Seat vacated', undo: () => giveBack(vacant.id) }),
    );
    if (!value) toast({ message: 'The seat stays as it is. Reload the page, then try again.' });
  };
  return (
    <MenuButton
      label="Change"
      about={person.fullName}
      items={[
        { label: 'Hand over with its work', onSelect: () => void navigate(`/seats/${seatId}/hand-over`) },
        { label: 'Vacate seat', onSelect: () => void vacateSeat() },
      ]}
    />
  );
};
