import type { FragmentType } from '@apollo/client';
import { Button, EmptyState, Section } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import styles from './ItemLine.module.css';
import { ItemTable, type ItemTableRowFragment } from '../item/ItemTable';

type ItemsSectionProps = {
  items: readonly FragmentType<typeof ItemTableRowFragment>[];
  openCount: number;
  totalCount: number;
  /** The query string that the list and the form know this page by: `goal=3`. */
  queryString: string;
  /** "this goal" */
  what: string;
};

/** The open items of a goal or an objective, those due first on top. */
export const ItemsSection = ({ items, openCount, totalCount, queryString, what }: ItemsSectionProps) => {
  const viewer = useViewer();
  const add = viewer.mayCreateActionItems && (
    <Button size="s" to={`/items/new?${queryString}`}>
      Add item
    </Button>
  );
  return (
    <Section
      title="Action items"
      count={openCount === totalCount ? totalCount : `${openCount} open of ${totalCount}`}
      end={totalCount > 0 && <Link to={`/items?${queryString}&done=1`}>Open all in Items</Link>}
    >
      {items.length > 0 ? (
        <ItemTable caption={`Action items of ${what}`} columns={['title', 'owner', 'due', 'status']} items={items} />
      ) : totalCount > 0 ? (
        <p className={styles.done}>All of them are done.</p>
      ) : (
        <EmptyState
          title={`No action item serves ${what} yet.`}
          body="An item says who does what by when."
          action={add}
        />
      )}
    </Section>
  );
};
