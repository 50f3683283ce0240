import { useMutation } from '@apollo/client/react';
import type {
  ChangeSeatTermInput,
  FillSeatInput,
  NameAlternateInput,
  SeatPartsFragment,
  VacateSeatInput,
} from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { type ActAnswer, useAct } from '../admin/useAct';
import { useStayInPlace } from './SeatsPlace';
import {
  ChangeSeatTermMutation,
  FillSeatMutation,
  NameAlternateMutation,
  VacateSeatMutation,
} from './seatActs.queries';

type Changed = { id: string; version: number };
type Said = (seat: Changed) => { message: string; undo?: () => void };

/** The acts on one seat; each undoes another, or itself with what was before. */
export const useSeatActs = (seat: SeatPartsFragment, onDone: () => void = () => undefined) => {
  const { act: actOnce, isBusy, trouble, forget } = useAct();
  const toast = useToast();
  const stay = useStayInPlace();
  const [mutateFill] = useMutation(FillSeatMutation);
  const [mutateVacate] = useMutation(VacateSeatMutation);
  const [mutateAlternate] = useMutation(NameAlternateMutation);
  const [mutateTerm] = useMutation(ChangeSeatTermMutation);

  const act: typeof actOnce = (...given) => actOnce(...given).finally(stay);
  const sendFill = (input: FillSeatInput, said: Said) =>
    act(
      async () => (await mutateFill({ variables: { input } })).data?.fillSeat,
      'SeatSuccess',
      ({ seat: next }) => said(next),
    );
  const sendVacate = (input: VacateSeatInput, said: Said) =>
    act(
      async () => (await mutateVacate({ variables: { input } })).data?.vacateSeat,
      'SeatSuccess',
      ({ seat: next }) => said(next),
    );
  const sendAlternate = (input: NameAlternateInput, said: Said) =>
    act(
      async () => (await mutateAlternate({ variables: { input } })).data?.nameAlternate,
      'SeatSuccess',
      ({ seat: next }) => said(next),
    );
  const sendTerm = (input: ChangeSeatTermInput, said: Said) =>
    act(
      async () => (await mutateTerm({ variables: { input } })).data?.changeSeatTerm,
      'SeatSuccess',
      ({ seat: next }) => said(next),
    );

  /** Where nothing on the page could say why not: after undo, and for acts without a dialog. */
  const orSayWhy = async (answer: Promise<ActAnswer<unknown>>) => {
    const { message } = await answer;
    if (message) toast({ message });
  };
  // The dialog goes away before the page is read again: the focus needs the row that it came from.
  const done = (words: { message: string; undo?: () => void }) => {
    onDone();
    return words;
  };

  const fill = (personId: string) =>
    sendFill({ seatId: seat.id, personId }, ({ id: seatId }) =>
      done({
        message: 'Seat filled',
        undo: () => void orSayWhy(sendVacate({ seatId }, () => ({ message: 'Seat vacated' }))),
      }),
    );
  const vacate = (personId: string) =>
    orSayWhy(
      sendVacate({ seatId: seat.id }, ({ id: seatId }) => ({
        message: 'Seat vacated',
        undo: () => void orSayWhy(sendFill({ seatId, personId }, () => ({ message: 'Seat given back' }))),
      })),
    );
  const nameAlternate = (personId: string | null) => {
    const backTo = { seatId: seat.id, personId: seat.alternate?.id ?? null };
    return sendAlternate({ seatId: seat.id, personId }, () =>
      done({
        message: personId ? 'Alternate named' : 'Alternate removed',
        undo: () => void orSayWhy(sendAlternate(backTo, () => ({ message: 'Alternate as before' }))),
      }),
    );
  };
  const removeAlternate = () => orSayWhy(nameAlternate(null));
  const changeTerm = (endsOn: string | null) => {
    const { id: seatId, version, endsOn: before } = seat;
    return sendTerm({ seatId, expectedVersion: version, endsOn }, (next) => {
      const back = { seatId, expectedVersion: next.version, endsOn: before };
      return done({
        message: 'Last day changed',
        undo: () => void orSayWhy(sendTerm(back, () => ({ message: 'Last day as before' }))),
      });
    });
  };
  return { fill, vacate, nameAlternate, removeAlternate, changeTerm, isBusy, trouble, forget };
};

export type SeatActsOfSeat = ReturnType<typeof useSeatActs>;
