import { useSuspenseQuery } from '@apollo/client/react';
import { useTransition } from 'react';
import { ActivityFeedQuery } from './activity.query';
import type { ActivityFeedProps } from './activityFeedProps';

export const useActivity = ({ subjectId, subGroupSlug, first = 20 }: ActivityFeedProps) => {
  const { data, fetchMore } = useSuspenseQuery(ActivityFeedQuery, {
    variables: { subjectId: subjectId ?? null, subGroupSlug: subGroupSlug ?? null, first },
    // Others act all day: what an earlier visit left is shown at once, and asked again.
    fetchPolicy: 'cache-and-network',
  });
  const [isLoadingMore, startLoading] = useTransition();
  const { edges, pageInfo } = data.activity;
  const loadMore = () => startLoading(async () => void (await fetchMore({ variables: { after: pageInfo.endCursor } })));
  return { entries: edges.map(({ node }) => node), hasMore: pageInfo.hasNextPage, loadMore, isLoadingMore };
};
