import { Button, Dialog, TextField } from '@sos/platform-ui';
import { useId, useState } from 'react';
import { type CatalogFilters, filterCount, queryStringOf } from './catalogFilters';
import { useSavedSearches } from './useSavedSearches';

/** Keeps the words and filters under a name; there is nothing to keep without them. */
export const SaveSearch = ({ filters }: { filters: CatalogFilters }) => {
  const [opened, setOpened] = useState(false);
  if (filters.q === '' && filterCount(filters) === 0) return null;
  return (
    <>
      <Button size="s" variant="subtle" aria-haspopup="dialog" onClick={() => setOpened(true)}>
        Save search
      </Button>
      {opened && <SaveSearchDialog filters={filters} onClose={() => setOpened(false)} />}
    </>
  );
};

const SaveSearchDialog = ({ filters, onClose }: { filters: CatalogFilters; onClose: () => void }) => {
  const [name, setName] = useState(filters.q);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { save } = useSavedSearches();
  const formId = useId();
  const send = async () => {
    if (isBusy) return;
    if (name.trim() === '') return setProblem('Give the search a name.');
    setIsBusy(true);
    const refused = await save({ name: name.trim(), queryString: queryStringOf(filters) });
    setIsBusy(false);
    if (refused) setProblem(refused);
    else onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title="Save search"
      description="It keeps the words and the filters, for you only. New sources appear in it by themselves."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={isBusy}>
            Save search
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} error={problem} maxLength={80} autoFocus />
      </form>
    </Dialog>
  );
};
