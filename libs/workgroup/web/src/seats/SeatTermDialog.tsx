import type { SeatPartsFragment } from '@sos/platform-contract';
import { DateField, formatDate } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { useId, useState } from 'react';
import { SeatDialog } from './SeatDialog';
import { useSeatActs } from './useSeatActs';

type SeatTermDialogProps = { seat: SeatPartsFragment; place: string; onClose: () => void };

export const SeatTermDialog = ({ seat, place, onClose }: SeatTermDialogProps) => {
  const fieldId = useId();
  const { today } = useHub();
  const { changeTerm, isBusy, trouble, forget } = useSeatActs(seat, onClose);
  const [endsOn, setEndsOn] = useState(seat.endsOn);
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    const { fields } = unreadable ? { fields: { endsOn: unreadable } } : await changeTerm(endsOn);
    if (!fields?.['endsOn']) return;
    setProblem(fields['endsOn']);
    document.getElementById(fieldId)?.focus();
  };
  return (
    <SeatDialog
      title="Change last day"
      description={`Of ${place}. It began ${formatDate(seat.startsOn)}.`}
      verb="Change last day"
      isBusy={isBusy}
      trouble={problem ? null : trouble}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <DateField
        id={fieldId}
        label="Last day"
        optional
        hint="Left empty, it goes on."
        value={endsOn}
        minimum={today}
        onChange={(next) => {
          setEndsOn(next);
          setProblem(null);
          forget();
        }}
        onProblem={setUnreadable}
        error={problem}
      />
    </SeatDialog>
  );
};
