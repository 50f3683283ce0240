import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActivityFeed } from '@sos/activity-web';
import { graphql } from '@sos/platform-contract';
import { Section } from '@sos/platform-ui';
import { urlFlag, useUrlState } from '@sos/platform-web';
import { Link } from 'react-router';
import { ItemTimeline, type ItemTimelineProps } from './ItemTimeline';

export const ItemHistoryFragment = graphql(`
  fragment ItemHistory on ActionItem {
    id
    updates(first: 20, after: $updatesAfter) {
      totalCount
    }
    ...ItemTimeline
  }
`);

const parts = { changes: urlFlag() };

type ItemHistoryProps = Omit<ItemTimelineProps, 'item'> & { item: FragmentType<typeof ItemHistoryFragment> };

/** What was reported about an item; or, asked for in the address, every change that anybody made to it. */
export const ItemHistory = ({ item, ...more }: ItemHistoryProps) => {
  const [{ changes }] = useUrlState(parts);
  const { data } = useSuspenseFragment({ fragment: ItemHistoryFragment, fragmentName: 'ItemHistory', from: item });
  return changes ? (
    <Section title="Timeline" end={<Link to={{ search: '' }}>Updates only</Link>}>
      <ActivityFeed subjectId={data.id} />
    </Section>
  ) : (
    <Section
      title="Timeline"
      count={data.updates.totalCount}
      end={<Link to={{ search: '?changes=1' }}>All changes</Link>}
    >
      <ItemTimeline item={data} {...more} />
    </Section>
  );
};
