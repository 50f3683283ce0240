import { Dialog } from '@sos/platform-ui';
import { DeclareHealthForm } from './DeclareHealthForm';
import type { HealthSubject } from './subject';
import { useFocusAfterAct } from './useFocusAfterAct';

type DeclareHealthDialogProps = { opened: boolean; onClose: () => void; subject: HealthSubject };

/** Place it beside the button that opens it, not inside a line that goes away once health is declared. */
export const DeclareHealthDialog = ({ opened, onClose, subject }: DeclareHealthDialogProps) => {
  const catchFocus = useFocusAfterAct();
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
      width={720}
    >
      <DeclareHealthForm subject={subject} onDeclared={close} onCancel={onClose} />
    </Dialog>
  );
};
