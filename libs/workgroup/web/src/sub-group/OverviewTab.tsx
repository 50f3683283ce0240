import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type OverviewTabFragment } from '@sos/platform-contract';
import { Columns, countOf, Section } from '@sos/platform-ui';
import { Link } from 'react-router';
import { FocusMatrix } from '../focus/FocusMatrix';
import { SeatList } from '../seats/SeatList';
import { shownSeats } from '../seats/shownSeats';
import { ItemsSection } from './ItemsSection';
import styles from './OverviewTab.module.css';

export const OverviewTabParts = graphql(`
  fragment OverviewTab on SubGroup {
    id
    slug
    endedOn
    actionItemCount
    filledSeatCount
    seats {
      ...SeatParts @unmask
    }
    ...FocusMatrix
  }
`);

export const OverviewTab = ({ subGroup: from }: { subGroup: FragmentType<OverviewTabFragment> }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: OverviewTabParts, from });
  const { slug, endedOn, seats, filledSeatCount } = subGroup;
  return (
    <>
      <Columns
        main={<FocusMatrix subGroup={subGroup} />}
        aside={
          <Section
            title="Members and seats"
            count={seats.length > 0 ? `${filledSeatCount} of ${seats.length}` : undefined}
          >
            {seats.length === 0 ? (
              <p>No running seats.</p>
            ) : (
              <>
                <SeatList seats={shownSeats(seats)} />
                <p className={styles.all}>
                  <Link to={`/subgroups/${slug}/members`}>All {countOf(seats.length, 'seat')}</Link>
                </p>
              </>
            )}
          </Section>
        }
      />
      {!endedOn && <ItemsSection subGroupSlug={slug} count={subGroup.actionItemCount} usual="board" />}
    </>
  );
};
