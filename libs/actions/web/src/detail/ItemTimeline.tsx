import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { formatDate, formatShortDate, ShowMore, Timeline, workStatusLooks } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { UpdateDetail } from './UpdateDetail';

export const ItemTimelineFragment = graphql(`
  fragment ItemTimeline on ActionItem {
    id
    createdAt
    updates(first: 20, after: $updatesAfter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          status
          note
          postedAt
          author {
            id
            fullName
          }
          ...UpdateDetail
        }
      }
    }
  }
`);

export type ItemTimelineProps = {
  item: FragmentType<typeof ItemTimelineFragment>;
  onMore: (after: string) => void;
  isLoadingMore: boolean;
};

/** All that was said about an item, newest first, down to the day it was opened. */
export const ItemTimeline = ({ item, onMore, isLoadingMore }: ItemTimelineProps) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemTimelineFragment, fragmentName: 'ItemTimeline', from: item });
  const { edges, pageInfo, totalCount } = data.updates;
  const day = (moment: string) =>
    formatDate(moment).endsWith(today.slice(0, 4)) ? formatShortDate(moment) : formatDate(moment);
  const updates = edges.map(({ node }) => ({
    key: node.id,
    date: day(node.postedAt),
    icon: workStatusLooks[node.status].icon,
    body: (
      <>
        <b>{node.author.fullName}</b> posted <b>{workStatusLooks[node.status].word}</b>: {node.note}
      </>
    ),
    detail: <UpdateDetail update={node} />,
  }));
  const opened = { key: 'opened', date: day(data.createdAt), icon: 'task' as const, body: 'The item was opened.' };
  const { endCursor } = pageInfo;
  return (
    <>
      <Timeline label="Updates, newest first" entries={pageInfo.hasNextPage ? updates : [...updates, opened]} />
      {pageInfo.hasNextPage && (
        <ShowMore
          shown={edges.length}
          total={totalCount}
          what="updates"
          busy={isLoadingMore}
          onMore={endCursor ? () => onMore(endCursor) : null}
        />
      )}
    </>
  );
};
