import { Button, Dialog, ErrorState } from '@sos/platform-ui';
import { type ReactNode, type SubmitEvent, useId } from 'react';

export type SeatDialogProps = {
  title: string;
  description: string;
  /** What the button does. */
  verb: string;
  isBusy: boolean;
  /** Why the seat stays as it is, where no field says it. */
  trouble: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

export const SeatDialog = ({
  title,
  description,
  verb,
  isBusy,
  trouble,
  onSubmit,
  onClose,
  children,
}: SeatDialogProps) => {
  const formId = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        {children}
        {trouble && <ErrorState title="The seat stays as it is." body={trouble} />}
      </form>
    </Dialog>
  );
};
