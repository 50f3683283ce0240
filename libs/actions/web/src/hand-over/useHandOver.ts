import { useMutation } from '@apollo/client/react';
import { useToast } from '@sos/platform-ui';
import { type FieldProblems, readFailure, readResult } from '@sos/platform-web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { HandOverSeatMutation } from './handOver.queries';
import type { HeldSeat } from './HandOverForm';

/** Hands the seat over and goes back to the members; undoing it is the same act backwards. */
export const useHandOver = (seat: HeldSeat, place: string) => {
  const [mutate, { loading, client }] = useMutation(HandOverSeatMutation);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const toast = useToast();
  const navigate = useNavigate();

  const send = async (seatId: string, toPersonId: string, actionItemIds: string[]) => {
    const { data } = await mutate({ variables: { input: { seatId, toPersonId, actionItemIds } } });
    if (!data) throw new Error('The hub gave no answer.');
    const outcome = readResult(data.handOverSeat, 'HandOverSeatSuccess');
    // Done is done, whether or not the page can be read again just now.
    if (outcome.succeeded) await client.refetchQueries({ include: 'active' }).catch(() => undefined);
    return outcome;
  };

  const handOver = async (toPersonId: string | null, actionItemIds: string[]) => {
    setTrouble(null);
    setProblems(toPersonId ? {} : { toPersonId: 'Choose who takes over.' });
    if (!toPersonId) return;
    try {
      const outcome = await send(seat.id, toPersonId, actionItemIds);
      if (!outcome.succeeded) {
        setProblems(outcome.fields);
        if (!outcome.fields['toPersonId']) setTrouble(outcome.message);
        return;
      }
      const { seat: next, movedItems } = outcome.value;
      const back = movedItems.map(({ id }) => id);
      const undo = () =>
        void send(next.id, seat.person.id, back).then(
          ({ succeeded }) => succeeded && toast({ message: 'Seat given back' }),
          (error: unknown) => toast({ message: readFailure(error).message }),
        );
      toast({ message: 'Seat handed over', undo });
      await navigate(place);
    } catch (error) {
      setTrouble(readFailure(error).message);
    }
  };
  return { handOver, isBusy: loading, problems, trouble };
};
