import { Button, Dialog, TextField, useToast } from '@sos/platform-ui';
import { type SubmitEvent, useState } from 'react';

type SaveViewDialogProps = {
  opened: boolean;
  onClose: () => void;
  isSaving: boolean;
  onSave: (name: string) => Promise<string | null>;
};

const formId = 'save-view';

export const SaveViewDialog = ({ opened, onClose, isSaving, onSave }: SaveViewDialogProps) => {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const toast = useToast();
  const close = () => {
    setName('');
    setProblem(null);
    onClose();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isSaving) return;
    const found = name.trim() === '' ? 'Give the view a name.' : await onSave(name.trim());
    setProblem(found);
    if (found) return document.getElementById(`${formId}-name`)?.focus();
    toast({ message: 'View saved' });
    close();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title="Save this view"
      description="Keeps the filters and the order as they are now. Only you see it."
      footer={
        <>
          <Button variant="subtle" onClick={close}>
            Cancel
          </Button>
          <Button variant="primary" type="submit" form={formId} busy={isSaving}>
            Save view
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          data-autofocus
          id={`${formId}-name`}
          label="Name"
          placeholder="Blocked in Public Safety"
          maxLength={80}
          value={name}
          onChange={setName}
          error={problem}
        />
      </form>
    </Dialog>
  );
};
