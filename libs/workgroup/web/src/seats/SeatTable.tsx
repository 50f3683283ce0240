import type { SeatPartsFragment } from '@sos/platform-contract';
import { DataTable, type TableColumn } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SeatsPlace } from './SeatsPlace';
import styles from './SeatTable.module.css';
import { roleWord, termWords, vacancyWords } from './seatWords';

type Seat = SeatPartsFragment;

const personLink = ({ id, fullName }: { id: string; fullName: string }) => (
  <Link to={`/directory/people/${id}`}>{fullName}</Link>
);

const columnsOn = (today: string): TableColumn<Seat>[] => [
  {
    key: 'person',
    header: 'Person',
    cell: ({ person }) => (person ? personLink(person) : <span className={styles.vacant}>Vacant seat</span>),
  },
  {
    key: 'agency',
    header: 'Agency',
    narrowLabel: '',
    cell: ({ agency }) => <Link to={`/directory/agencies/${agency.key}`}>{agency.shortName}</Link>,
  },
  { key: 'role', header: 'Role', narrowLabel: '', cell: ({ role }) => roleWord[role] },
  {
    key: 'term',
    header: 'Term',
    narrowLabel: ({ person }) => (person ? 'Term' : ''),
    cell: (seat) => (seat.person ? termWords(seat) : vacancyWords(seat, today)),
  },
  { key: 'alternate', header: 'Alternate', cell: ({ alternate }) => alternate && personLink(alternate) },
];

type SeatTableProps = {
  seats: readonly Seat[];
  caption: string;
  /** What the viewer may do with a seat. */
  acts?: (seat: Seat) => ReactNode;
};

export const SeatTable = ({ seats, caption, acts }: SeatTableProps) => {
  const { today } = useHub();
  const columns: TableColumn<Seat>[] = [
    ...columnsOn(today),
    ...(acts ? [{ key: 'acts', header: 'Acts', hideHeader: true, end: true, cell: acts }] : []),
  ];
  return (
    <SeatsPlace>
      <DataTable columns={columns} rows={seats} rowKey={({ id }) => id} caption={caption} hideCaption />
    </SeatsPlace>
  );
};
