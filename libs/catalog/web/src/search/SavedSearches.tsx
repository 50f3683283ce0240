import { useQuery } from '@apollo/client/react';
import { Button, Dialog, MenuButton } from '@sos/platform-ui';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import styles from './search.module.css';
import { type SavedSearch, SavedSearchesQuery, useSavedSearches } from './useSavedSearches';

/** The person's own searches. The page does not wait for them. */
export const SavedSearches = () => {
  const { data } = useQuery(SavedSearchesQuery);
  const [isTidying, setIsTidying] = useState(false);
  const searches = data?.savedViews ?? [];
  const close = () => setIsTidying(false);
  const done = useRef<HTMLButtonElement>(null);
  if (searches.length === 0 && !isTidying) return null;
  return (
    <>
      <MenuButton
        label="Saved searches"
        variant="subtle"
        size="m"
        items={[
          ...searches.map(({ name, queryString }) => ({ label: name, to: `/data?${queryString}` })),
          { label: 'Edit the list', icon: 'pencil', onSelect: () => setIsTidying(true) },
        ]}
      />
      <Dialog
        opened={isTidying}
        onClose={close}
        title="Saved searches"
        footer={
          <Button ref={done} onClick={close}>
            Done
          </Button>
        }
      >
        {searches.length === 0 ? (
          <p>None are left.</p>
        ) : (
          <SavedSearchList searches={searches} onOpen={close} onDelete={() => done.current?.focus()} />
        )}
      </Dialog>
    </>
  );
};

type SavedSearchListProps = {
  searches: SavedSearch[];
  onOpen: () => void;
  /** The pressed button goes away with its row: focus needs another place. */
  onDelete: () => void;
};

const SavedSearchList = ({ searches, onOpen, onDelete }: SavedSearchListProps) => {
  const { remove } = useSavedSearches();
  return (
    <ul className={styles.saved}>
      {searches.map((search) => (
        <li key={search.id}>
          <Link to={`/data?${search.queryString}`} onClick={onOpen}>
            {search.name}
          </Link>
          <Button
            size="s"
            aria-label={`Delete ${search.name}`}
            onClick={() => {
              onDelete();
              void remove(search);
            }}
          >
            Delete
          </Button>
        </li>
      ))}
    </ul>
  );
};
