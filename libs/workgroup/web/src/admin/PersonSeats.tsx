import { useMutation } from '@apollo/client/react';
import { Button, DataTable, EmptyState, ErrorState, Section, type TableColumn } from '@sos/platform-ui';
import styles from './admin.module.css';
import { FillSeatMutation, VacateSeatMutation } from './people.queries';
import type { PersonRecord } from './PersonAdmin';
import { useAct } from './useAct';
import { seatRoleWord, termStateWord, termWords } from './words';

type Seat = PersonRecord['seats'][number];

export const PersonSeats = ({ seats, personId }: { seats: readonly Seat[]; personId: string }) => {
  const { act, isBusy, trouble } = useAct();
  const [vacate] = useMutation(VacateSeatMutation);
  const [fill] = useMutation(FillSeatMutation);
  const vacateSeat = (seatId: string) =>
    void act(
      async () => (await vacate({ variables: { input: { seatId } } })).data?.vacateSeat,
      'SeatSuccess',
      ({ seat }) => ({
        message: 'Seat vacated',
        undo: () =>
          void act(
            async () => (await fill({ variables: { input: { seatId: seat.id, personId } } })).data?.fillSeat,
            'SeatSuccess',
            () => ({ message: 'Seat given back' }),
          ),
      }),
    );
  const nameOf = ({ role, subGroup, workgroup, person }: Seat) =>
    `${person?.id === personId ? seatRoleWord[role] : 'Alternate'} of ${subGroup?.name ?? workgroup.name}`;
  const columns: TableColumn<Seat>[] = [
    { key: 'seat', header: 'Seat', cell: nameOf },
    { key: 'term', header: 'Term', narrowLabel: '', cell: (seat) => termWords(seat) },
    { key: 'state', header: 'State', narrowLabel: '', cell: ({ state }) => termStateWord[state] },
    {
      key: 'acts',
      header: 'Acts',
      hideHeader: true,
      end: true,
      cell: (seat) =>
        seat.viewerMayFill &&
        seat.state === 'RUNNING' &&
        seat.person?.id === personId && (
          <span className={styles.acts}>
            <Button size="s" to={`/seats/${seat.id}/hand-over`} aria-label={`Hand over: ${nameOf(seat)}`}>
              Hand over
            </Button>
            <Button size="s" busy={isBusy} aria-label={`Vacate: ${nameOf(seat)}`} onClick={() => vacateSeat(seat.id)}>
              Vacate
            </Button>
          </span>
        ),
    },
  ];
  return (
    <Section title="Seats" count={seats.length}>
      {trouble && <ErrorState title="The seat stays as it is." body={trouble} />}
      {seats.length === 0 ? (
        <EmptyState icon="subGroups" title="No seat, now or before." body="Invite the person to one." />
      ) : (
        <DataTable columns={columns} rows={seats} rowKey={({ id }) => id} caption="Seats" hideCaption />
      )}
    </Section>
  );
};
