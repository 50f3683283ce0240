import { useMutation } from '@apollo/client/react';
import type { SeatRole } from '@sos/platform-contract';
import { formatDate, useToast } from '@sos/platform-ui';
import { type FieldProblems, useHub, useIntent, wasDoneBefore } from '@sos/platform-web';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../admin/useAct';
import { theWorkgroup } from './SeatPlaceFields';
import { AddSeatMutation } from './seatActs.queries';

export type NewSeat = {
  /** Id of a sub-group, or `workgroup`. */
  body: string;
  seatRole: SeatRole;
  agencyId: string | null;
  personId: string | null;
  startsOn: string | null;
  endsOn: string | null;
};
/** Where an error can stand, in the order of the form. */
const fieldOrder = ['agencyId', 'personId', 'startsOn', 'endsOn'] as const;
export type SeatField = (typeof fieldOrder)[number];
export const seatFieldId = (field: SeatField): string => `seat-${field}`;

/** @param placeOf Where a seat of that body is seen. */
export const useAddSeat = (initial: NewSeat, placeOf: (body: string) => string) => {
  const { act, isBusy, trouble, forget } = useAct();
  const [add] = useMutation(AddSeatMutation);
  const { today } = useHub();
  const intent = useIntent();
  const toast = useToast();
  const navigate = useNavigate();
  const [seat, setSeat] = useState(initial);
  const [problems, setProblems] = useState<FieldProblems>({});
  // What was typed into a date that can't be read: only the field itself knows it.
  const [unreadable, setUnreadable] = useState<FieldProblems>({});

  const write = (part: Partial<NewSeat>) => {
    setSeat((before) => ({ ...before, ...part }));
    setProblems({});
    forget();
  };
  const reportDate = (field: 'startsOn' | 'endsOn', problem: string | null) =>
    setUnreadable(({ [field]: _, ...others }) => (problem ? { ...others, [field]: problem } : others));
  const refuse = (found: FieldProblems) => {
    setProblems(found);
    const wrong = fieldOrder.find((field) => found[field]);
    if (wrong) document.getElementById(seatFieldId(wrong))?.focus();
  };

  const submit = async () => {
    const { body, seatRole: role, agencyId, personId, startsOn, endsOn } = seat;
    const found: FieldProblems = {
      ...unreadable,
      ...(agencyId ? {} : { agencyId: 'Choose the agency whose seat it is.' }),
    };
    if (!agencyId || Object.keys(found).length > 0) return refuse(found);
    const { value, fields } = await act(async () => {
      const subGroupId = body === theWorkgroup ? null : body;
      const input = { subGroupId, role, agencyId, personId, startsOn, endsOn };
      return (await add({ variables: { input }, context: intent.context })).data?.addSeat;
    }, 'SeatSuccess');
    if (!value) {
      // An earlier try whose answer was lost has added its seat: the next press adds another.
      if (wasDoneBefore(fields)) intent.renew();
      return refuse(fields);
    }
    toast({ message: startsOn && startsOn > today ? `Seat added, from ${formatDate(startsOn)}` : 'Seat added' });
    await navigate(placeOf(body));
  };
  const isPlaced = fieldOrder.some((field) => problems[field]);
  return { seat, write, reportDate, problems, trouble: isPlaced ? null : trouble, isBusy, submit };
};
