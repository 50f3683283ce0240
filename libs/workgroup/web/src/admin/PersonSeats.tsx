import { Button, DataTable, EmptyState, Section, type TableColumn } from '@sos/platform-ui';
import { SeatActs } from '../seats/SeatActs';
import { SeatsPlace } from '../seats/SeatsPlace';
import styles from './admin.module.css';
import type { PersonRecord } from './PersonAdmin';
import { seatRoleWord, termStateWord, termWords } from './words';

type Seat = PersonRecord['seats'][number];

type PersonSeatsProps = {
  seats: readonly Seat[];
  personId: string;
  /** Whoever has left is given no seat. */
  mayGetMore: boolean;
};

export const PersonSeats = ({ seats, personId, mayGetMore }: PersonSeatsProps) => {
  const bodyOf = ({ subGroup, workgroup }: Seat) => subGroup?.name ?? workgroup.name;
  const isHolder = ({ person }: Seat) => person?.id === personId;
  const columns: TableColumn<Seat>[] = [
    {
      key: 'seat',
      header: 'Seat',
      cell: (seat) => (
        <>
          {isHolder(seat) ? seatRoleWord[seat.role] : 'Alternate'} of {bodyOf(seat)}
          <div className={styles.under}>For {seat.agency.shortName}</div>
        </>
      ),
    },
    { key: 'term', header: 'Term', narrowLabel: '', cell: (seat) => termWords(seat) },
    { key: 'state', header: 'State', narrowLabel: '', cell: ({ state }) => termStateWord[state] },
    {
      key: 'other',
      header: 'Alternate',
      // Beside a person who is the alternate it says instead whose.
      narrowLabel: (seat) => (isHolder(seat) ? 'Alternate' : ''),
      cell: (seat) => (isHolder(seat) ? seat.alternate?.fullName : seat.person && `Beside ${seat.person.fullName}`),
    },
    {
      key: 'acts',
      header: 'Acts',
      hideHeader: true,
      end: true,
      cell: (seat) =>
        seat.viewerMayFill &&
        seat.state !== 'ENDED' && (
          <SeatActs
            seat={seat}
            bodyName={bodyOf(seat)}
            isRunning={seat.state === 'RUNNING'}
            ofAlternate={!isHolder(seat)}
          />
        ),
    },
  ];
  return (
    <Section
      title="Seats"
      count={seats.length}
      end={
        mayGetMore && (
          <Button size="s" to={`/seats/new?person=${personId}`}>
            Add a seat
          </Button>
        )
      }
    >
      {seats.length === 0 ? (
        <EmptyState
          icon="subGroups"
          title="No seat, now or before."
          body="Add one, or fill a vacant one of a sub-group."
        />
      ) : (
        <SeatsPlace>
          <DataTable columns={columns} rows={seats} rowKey={({ id }) => id} caption="Seats" hideCaption />
        </SeatsPlace>
      )}
    </Section>
  );
};
