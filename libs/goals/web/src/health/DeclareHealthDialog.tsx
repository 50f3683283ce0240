import { Dialog } from '@sos/platform-ui';
import { DeclareHealthForm } from './DeclareHealthForm';
import type { HealthSubject } from './subject';
import { useFocusAfterAct } from './useFocusAfterAct';

type DeclareHealthDialogProps = {
  opened: boolean;
  onClose: () => void;
  subject: HealthSubject;
  /** Where focus goes if the button that opened it is gone afterwards. */
  fallback?: string;
};

/** Place it beside the button that opens it, not inside a line that goes away once health is declared. */
export const DeclareHealthDialog = ({ opened, onClose, subject, fallback = 'main h1' }: DeclareHealthDialogProps) => {
  const catchFocus = useFocusAfterAct(fallback);
  const close = () => {
    onClose();
    catchFocus();
  };
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={`Declare health of ${subject.name}`}
      description={subject.statement}
      width={760}
    >
      <DeclareHealthForm subject={subject} onDeclared={close} onCancel={onClose} />
    </Dialog>
  );
};
