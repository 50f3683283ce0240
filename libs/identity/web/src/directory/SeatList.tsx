import { useFragment } from '@apollo/client/react';
import type { FragmentType } from '@apollo/client';
import { MiniList } from '@sos/platform-ui';
import { graphql, type SeatFactsFragment } from '@sos/platform-contract';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import { seatRoleWord, termWords } from './words';

export const SeatFacts = graphql(`
  fragment SeatFacts on Seat {
    id
    role
    startsOn
    endsOn
    subGroup {
      id
      slug
      name
    }
    workgroup {
      id
      name
    }
    person {
      id
      fullName
    }
  }
`);

type SeatListProps = {
  seats: readonly FragmentType<SeatFactsFragment>[];
  /** On an agency's page: who holds the seat. */
  withHolder?: boolean;
};

export const SeatList = ({ seats, withHolder = false }: SeatListProps) => {
  const { today } = useHub();
  const { data, dataState } = useFragment({ fragment: SeatFacts, from: [...seats] });
  if (dataState !== 'complete') return null;
  return (
    <MiniList
      items={data.map((seat) => ({
        key: seat.id,
        title: `${seatRoleWord[seat.role]}, ${seat.subGroup?.name ?? seat.workgroup.name}`,
        to: seat.subGroup ? `/subgroups/${seat.subGroup.slug}` : '/workgroup',
        detail: (
          <>
            {withHolder && <Holder person={seat.person} />}
            <div>{termWords(seat, today)}</div>
          </>
        ),
      }))}
    />
  );
};

const Holder = ({ person }: { person: SeatFactsFragment['person'] }) => (
  <div>{person ? <Link to={`/directory/people/${person.id}`}>{person.fullName}</Link> : 'Vacant'}</div>
);
