import type { SeatPartsFragment } from '@sos/platform-contract';
import { PersonInSeatDialog } from './PersonInSeatDialog';
import { useSeatActs } from './useSeatActs';

type SeatActDialogProps = { seat: SeatPartsFragment; place: string; onClose: () => void };

export const FillSeatDialog = ({ seat, place, onClose }: SeatActDialogProps) => {
  const acts = useSeatActs(seat, onClose);
  return (
    <PersonInSeatDialog
      title="Fill seat"
      description={`Somebody who is in the hub already takes ${place}, from today on.`}
      label="Person"
      hint="Somebody new? Invite them to the seat instead."
      missing="Choose who takes the seat."
      leaveOut={[]}
      acts={acts}
      send={acts.fill}
      onClose={onClose}
    />
  );
};
