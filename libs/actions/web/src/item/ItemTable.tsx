import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type ItemTableRowFragment as ItemTableRow } from '@sos/platform-contract';
import {
  DataTable,
  DueState,
  formatShortDate,
  HelpWanted,
  type TableColumn,
  type TableSort,
  WorkStatusMark,
} from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import { itemPath, lastUpdateWords } from './itemWords';
import styles from './ItemTable.module.css';
import { ItemGroups } from './SharedGroups';

export const ItemTableRowFragment = graphql(`
  fragment ItemTableRow on ActionItem {
    id
    reference
    title
    status
    priority
    dueOn
    silentDays
    leadAgency {
      id
      shortName
    }
    assignees {
      id
      fullName
    }
    isRestricted
    subGroups {
      id
      name
    }
    latestUpdate {
      postedAt
    }
    openHelpRequests {
      id
      agency {
        id
        shortName
      }
    }
  }
`);

export type ItemColumn = 'reference' | 'title' | 'owner' | 'due' | 'status' | 'update';

const columnsFor = (today: string): Record<ItemColumn, TableColumn<ItemTableRow>> => ({
  reference: {
    key: 'reference',
    header: 'No.',
    narrowLabel: '',
    sortable: true,
    cell: (item) => <span className={styles.reference}>{item.reference}</span>,
  },
  title: {
    key: 'title',
    header: 'Item',
    rowHeader: true,
    sortable: true,
    cell: (item) => (
      <>
        <Link to={itemPath(item.reference)}>{item.title}</Link>
        <span className={styles.meta}>
          <ItemGroups item={item} />
          {item.priority === 'HIGH' && item.status !== 'DONE' && <span>High priority</span>}
          {item.openHelpRequests.length > 0 && (
            <HelpWanted agencyNames={item.openHelpRequests.map(({ agency }) => agency.shortName)} />
          )}
        </span>
      </>
    ),
  },
  owner: {
    key: 'owner',
    width: '11rem',
    header: 'Owner',
    narrowLabel: '',
    cell: (item) => (
      <>
        {ownerWords(item.assignees)}
        <span className={styles.second}>{item.leadAgency.shortName}</span>
      </>
    ),
  },
  due: {
    key: 'due',
    header: 'Due',
    narrowLabel: '',
    sortable: true,
    cell: (item) => (
      <>
        <DueState dueOn={item.dueOn} today={today} done={item.status === 'DONE'} />
        {item.dueOn && item.dueOn < today && item.status !== 'DONE' && (
          <span className={styles.second}>{formatShortDate(item.dueOn)}</span>
        )}
      </>
    ),
  },
  status: {
    key: 'status',
    header: 'Status',
    narrowLabel: '',
    sortable: true,
    cell: (item) => <WorkStatusMark status={item.status} />,
  },
  update: {
    key: 'update',
    width: '8.5rem',
    header: 'Last update',
    narrowLabel: '',
    sortable: true,
    cell: (item) => <span className={styles.update}>{keepDay(lastUpdateWords(item))}</span>,
  },
});

/** The first one assigned is the owner. */
const ownerWords = ([owner, ...others]: readonly { fullName: string }[]): string =>
  owner ? `${owner.fullName}${others.length > 0 ? ` and ${others.length} more` : ''}` : 'Nobody yet';

/** In a narrow column the day stays with its month. */
const keepDay = (words: string): string => words.replace(/ (\d+)$/, '\u00a0$1');

type ItemTableProps = {
  items: readonly FragmentType<typeof ItemTableRowFragment>[];
  columns: readonly ItemColumn[];
  caption: string;
  sort?: TableSort | null;
  onSort?: (sort: TableSort) => void;
};

/** Action items, one a row; which columns is the page's choice. */
export const ItemTable = ({ items, columns, caption, sort, onSort }: ItemTableProps) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemTableRowFragment, from: [...items] });
  const all = columnsFor(today);
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns.map((name) => all[name])}
      rows={data}
      rowKey={(item) => item.id}
      sort={sort}
      onSort={onSort}
    />
  );
};
