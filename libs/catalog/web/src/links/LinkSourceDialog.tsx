import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, ComboboxField, Dialog } from '@sos/platform-ui';
import { useDeferredValue, useId, useState } from 'react';

export const SourcePickerQuery = graphql(`
  query SourcePicker($text: String) {
    dataSourceSearch(text: $text, first: 20) {
      edges {
        cursor
        node {
          dataSource {
            id
            title
            acronym
          }
        }
      }
    }
  }
`);

type LinkSourceDialogProps = {
  opened: boolean;
  onClose: () => void;
  linkedIds: readonly string[];
  /** Null when it is linked, else what to say. */
  onLink: (source: Picked) => Promise<string | null>;
};
type Picked = { id: string; title: string };

/** Found by the same search as in the catalog. */
export const LinkSourceDialog = ({ opened, onClose, linkedIds, onLink }: LinkSourceDialogProps) => {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const formId = useId();
  // Once chosen, the field holds the title: no need to search for it.
  const wanted = useDeferredValue(text === picked?.title ? '' : text.trim());
  const { data, previousData } = useQuery(SourcePickerQuery, { variables: { text: wanted || null }, skip: !opened });
  const found = (data ?? previousData)?.dataSourceSearch.edges.map(({ node }) => node.dataSource) ?? [];
  const options = found.filter(({ id }) => !linkedIds.includes(id) && id !== picked?.id);
  const close = () => {
    setPicked(null);
    setProblem(null);
    setText('');
    onClose();
  };
  const send = async () => {
    if (isBusy) return;
    if (!picked) return setProblem('Choose a data source.');
    setIsBusy(true);
    const refused = await onLink(picked);
    setIsBusy(false);
    if (refused) setProblem(refused);
    else close();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title="Link a data source"
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy}>
            Link source
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
        <ComboboxField
          label="Data source"
          hint="Type a title, an acronym or what you want to know."
          value={picked?.id ?? null}
          onSearch={setText}
          onChange={(id) => {
            setPicked(found.find((source) => source.id === id) ?? null);
            setProblem(null);
          }}
          options={[...(picked ? [picked] : []), ...options].map((source) => ({
            value: source.id,
            label: source.title,
          }))}
          error={problem}
        />
      </form>
    </Dialog>
  );
};
