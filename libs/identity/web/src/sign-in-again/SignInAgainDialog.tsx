import { Dialog } from '@sos/platform-ui';
import { Slot, useHub } from '@sos/platform-web';
import { otherWaysToConfirm } from '../identity.slots';
import type { ConfirmingProps } from './confirming';
import { ConfirmAsDemonstrationPerson } from './ConfirmAsDemonstrationPerson';
import { ConfirmByCode } from './ConfirmByCode';

export const SignInAgainDialog = ({ onConfirmed, onCancel }: ConfirmingProps & { onCancel: () => void }) => {
  const { isDemonstration } = useHub();
  return (
    <Dialog
      opened
      onClose={onCancel}
      title="Confirm that it is you"
      description="This needs a sign-in of the last few minutes. It goes on by itself once you have confirmed."
    >
      <Slot of={otherWaysToConfirm} onConfirmed={onConfirmed} />
      {isDemonstration ? (
        <ConfirmAsDemonstrationPerson onConfirmed={onConfirmed} />
      ) : (
        <ConfirmByCode onConfirmed={onConfirmed} />
      )}
    </Dialog>
  );
};
