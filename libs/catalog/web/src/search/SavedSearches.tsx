import { useQuery } from '@apollo/client/react';
import { Button, Dialog, MenuButton } from '@sos/platform-ui';
import { useState } from 'react';
import { Link } from 'react-router';
import styles from './search.module.css';
import { type SavedSearch, SavedSearchesQuery, useSavedSearches } from './useSavedSearches';

/** The person's own searches. The page does not wait for them. */
export const SavedSearches = () => {
  const { data } = useQuery(SavedSearchesQuery);
  const [isTidying, setIsTidying] = useState(false);
  const searches = data?.savedViews ?? [];
  const close = () => setIsTidying(false);
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
      <Dialog opened={isTidying} onClose={close} title="Saved searches" footer={<Button onClick={close}>Done</Button>}>
        {searches.length === 0 ? <p>None are left.</p> : <SavedSearchList searches={searches} onOpen={close} />}
      </Dialog>
    </>
  );
};

const SavedSearchList = ({ searches, onOpen }: { searches: SavedSearch[]; onOpen: () => void }) => {
  const { remove } = useSavedSearches();
  return (
    <ul className={styles.saved}>
      {searches.map((search) => (
        <li key={search.id}>
          <Link to={`/data?${search.queryString}`} onClick={onOpen}>
            {search.name}
          </Link>
          <Button size="s" aria-label={`Delete ${search.name}`} onClick={() => void remove(search)}>
            Delete
          </Button>
        </li>
      ))}
    </ul>
  );
};
