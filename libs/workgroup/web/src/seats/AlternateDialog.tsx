import type { SeatPartsFragment } from '@sos/platform-contract';
import { PersonInSeatDialog } from './PersonInSeatDialog';
import { useSeatActs } from './useSeatActs';

type AlternateDialogProps = { seat: SeatPartsFragment; place: string; onClose: () => void };

export const AlternateDialog = ({ seat, place, onClose }: AlternateDialogProps) => {
  const acts = useSeatActs(seat, onClose);
  const { person, alternate } = seat;
  return (
    <PersonInSeatDialog
      title="Name alternate"
      description={`Takes part when the person cannot, for ${place}.${alternate ? ` Now it is ${alternate.fullName}.` : ''}`}
      label="Alternate"
      hint="Somebody new? Invite them to the hub first."
      missing="Choose who is the alternate."
      leaveOut={[person, alternate].flatMap((one) => (one ? [one.id] : []))}
      acts={acts}
      send={acts.nameAlternate}
      onClose={onClose}
    />
  );
};
