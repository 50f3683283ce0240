import type { SeatPartsFragment } from '@sos/platform-contract';
import { MenuButton, type MenuEntry, useGivenBackFocus } from '@sos/platform-ui';
import { useState } from 'react';
import { AlternateDialog } from './AlternateDialog';
import { FillSeatDialog } from './FillSeatDialog';
import { SeatTermDialog } from './SeatTermDialog';
import { useSeatActs } from './useSeatActs';

type SeatActsProps = {
  seat: SeatPartsFragment;
  /** "Harm Reduction" */
  bodyName: string;
  /** A seat whose term is still to begin cannot be handed over. */
  isRunning?: boolean;
  /** Beside whom takes part as alternate only: the seat is somebody else's. */
  ofAlternate?: boolean;
};

/** What whoever may fill a seat does with it. */
export const SeatActs = ({ seat, bodyName, isRunning = true, ofAlternate = false }: SeatActsProps) => {
  const [opened, setOpened] = useState<'fill' | 'alternate' | 'term' | null>(null);
  const close = () => setOpened(null);
  // A dialog that is drawn only while open comes too late to know what had the focus.
  useGivenBackFocus(opened !== null);
  const { vacate, removeAlternate } = useSeatActs(seat);
  const { person, alternate, agency } = seat;
  const ofHolder: MenuEntry[] = person
    ? [
        ...(isRunning ? [{ label: 'Hand over with its work', to: `/seats/${seat.id}/hand-over` }] : []),
        { label: 'Vacate seat', onSelect: () => void vacate(person.id) },
      ]
    : [{ label: 'Fill seat', onSelect: () => setOpened('fill') }];
  const items: MenuEntry[] = [
    ...(ofAlternate ? [] : ofHolder),
    {
      label: alternate ? 'Name another alternate' : 'Name an alternate',
      onSelect: () => setOpened('alternate'),
    },
    ...(alternate ? [{ label: 'Remove alternate', onSelect: () => void removeAlternate() }] : []),
    ...(ofAlternate ? [] : [{ label: 'Change last day', onSelect: () => setOpened('term') }]),
  ];
  const place = `${person ? `the seat of ${person.fullName}` : 'the vacant seat'} in ${bodyName}, for ${agency.shortName}`;
  return (
    <>
      <MenuButton label="Change" about={place} items={items} />
      {/* Drawn only while open: there are as many as rows. */}
      {opened === 'fill' && <FillSeatDialog seat={seat} place={place} onClose={close} />}
      {opened === 'alternate' && <AlternateDialog seat={seat} place={place} onClose={close} />}
      {opened === 'term' && <SeatTermDialog seat={seat} place={place} onClose={close} />}
    </>
  );
};
