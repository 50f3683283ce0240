import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type MembersTabFragment } from '@sos/platform-contract';
import { Button, EmptyState, Section } from '@sos/platform-ui';
import styles from '../admin/admin.module.css';
import { InvitationTable } from '../admin/InvitationTable';
import { SeatActs } from '../seats/SeatActs';
import { SeatTable } from '../seats/SeatTable';

export const MembersTabParts = graphql(`
  fragment MembersTab on SubGroup {
    id
    slug
    name
    filledSeatCount
    viewerMayFillSeats
    seats {
      viewerMayFill
      ...SeatParts @unmask
    }
    formerSeats {
      ...SeatParts @unmask
    }
    invitations {
      edges {
        cursor
        node {
          ...InvitationParts @unmask
        }
      }
    }
  }
`);

export const MembersTab = ({ subGroup: from }: { subGroup: FragmentType<MembersTabFragment> }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: MembersTabParts, from });
  const { slug, name, seats, formerSeats, filledSeatCount, viewerMayFillSeats } = subGroup;
  const invitations = subGroup.invitations.edges.map(({ node }) => node);
  const fillable = new Set(seats.filter(({ viewerMayFill }) => viewerMayFill).map(({ id }) => id));
  return (
    <>
      <Section
        title="Members and seats"
        count={`${filledSeatCount} of ${seats.length} filled`}
        end={
          viewerMayFillSeats && (
            <span className={styles.acts}>
              <Button size="s" to={`/seats/new?subgroup=${slug}`}>
                Add a seat
              </Button>
              <Button size="s" to={`/admin/invite?subgroup=${slug}`}>
                Invite somebody
              </Button>
            </span>
          )
        }
      >
        {seats.length === 0 ? (
          <EmptyState icon="person" title="No running seats." body="The hub’s administrator names members." />
        ) : (
          <SeatTable
            seats={seats}
            caption={`Seats of ${name}`}
            acts={
              fillable.size > 0
                ? (seat) => fillable.has(seat.id) && <SeatActs seat={seat} bodyName={name} />
                : undefined
            }
          />
        )}
      </Section>
      {invitations.length > 0 && (
        <Section title="Invitations" count={invitations.length}>
          <InvitationTable invitations={invitations} />
        </Section>
      )}
      {formerSeats.length > 0 && (
        <Section title="Former seats" count={formerSeats.length}>
          <SeatTable seats={formerSeats} caption={`Former seats of ${name}`} />
        </Section>
      )}
    </>
  );
};
