import type { SeatPartsFragment } from '@sos/platform-contract';
import { PersonList } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import styles from './SeatList.module.css';
import { roleBehindName, termEndWords, vacancyWords } from './seatWords';

/** Seats beside the main column: who sits for which agency, and where nobody does. */
export const SeatList = ({ seats }: { seats: readonly SeatPartsFragment[] }) => {
  const { today } = useHub();
  return (
    <PersonList
      people={seats.map((seat) => {
        const { id, person, agency, alternate } = seat;
        if (!person)
          return {
            key: id,
            vacant: true,
            name: 'Vacant seat',
            affiliation: agency.shortName,
            detail: vacancyWords(seat, today),
          };
        return {
          key: id,
          initials: person.initials,
          name: (
            <Link className={styles.name} to={`/directory/people/${person.id}`}>
              {person.fullName}
            </Link>
          ),
          role: roleBehindName[seat.role],
          affiliation: agency.shortName,
          detail: (
            <>
              <div>{termEndWords(seat)}</div>
              {alternate && <div>Alternate: {alternate.fullName}</div>}
            </>
          ),
        };
      })}
    />
  );
};
