import { useId, useState } from 'react';
import { PersonField } from '../admin/PersonField';
import { SeatDialog } from './SeatDialog';
import type { SeatActsOfSeat } from './useSeatActs';

type PersonInSeatDialogProps = {
  title: string;
  description: string;
  label: string;
  hint: string;
  /** What to do when nobody is chosen. */
  missing: string;
  leaveOut: readonly string[];
  acts: Pick<SeatActsOfSeat, 'isBusy' | 'trouble' | 'forget'>;
  send: (personId: string) => ReturnType<SeatActsOfSeat['fill']>;
  onClose: () => void;
};

/** One person for one place in a seat. */
export const PersonInSeatDialog = ({
  title,
  description,
  label,
  hint,
  missing,
  leaveOut,
  acts: { isBusy, trouble, forget },
  send,
  onClose,
}: PersonInSeatDialogProps) => {
  const fieldId = useId();
  const [personId, setPersonId] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refuse = (found: string) => {
    setProblem(found);
    document.getElementById(fieldId)?.focus();
  };
  const submit = async () => {
    if (!personId) return refuse(missing);
    const { fields } = await send(personId);
    if (fields?.['personId']) refuse(fields['personId']);
  };
  return (
    <SeatDialog
      title={title}
      description={description}
      verb={title}
      isBusy={isBusy}
      trouble={problem ? null : trouble}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <PersonField
        id={fieldId}
        label={label}
        hint={hint}
        value={personId}
        onChange={(next) => {
          setPersonId(next);
          setProblem(null);
          forget();
        }}
        leaveOut={leaveOut}
        error={problem}
      />
    </SeatDialog>
  );
};
