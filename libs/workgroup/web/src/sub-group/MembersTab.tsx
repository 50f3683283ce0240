import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type MembersTabFragment } from '@sos/platform-contract';
import { EmptyState, Section } from '@sos/platform-ui';
import { SeatTable } from '../seats/SeatTable';

export const MembersTabParts = graphql(`
  fragment MembersTab on SubGroup {
    id
    name
    filledSeatCount
    seats {
      ...SeatParts @unmask
    }
    formerSeats {
      ...SeatParts @unmask
    }
  }
`);

export const MembersTab = ({ subGroup: from }: { subGroup: FragmentType<MembersTabFragment> }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: MembersTabParts, from });
  const { name, seats, formerSeats, filledSeatCount } = subGroup;
  return (
    <>
      <Section title="Members and seats" count={`${filledSeatCount} of ${seats.length} filled`}>
        {seats.length === 0 ? (
          <EmptyState icon="person" title="No running seats." body="The hub’s administrator names members." />
        ) : (
          <SeatTable seats={seats} caption={`Seats of ${name}`} />
        )}
      </Section>
      {formerSeats.length > 0 && (
        <Section title="Former seats" count={formerSeats.length}>
          <SeatTable seats={formerSeats} caption={`Former seats of ${name}`} />
        </Section>
      )}
    </>
  );
};
