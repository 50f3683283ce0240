import { useApolloClient } from '@apollo/client/react';
import { type LiveChange, useLiveChange } from '@sos/platform-web';
import { useState } from 'react';
import { ActivityFeedQuery } from './activity.query';
import type { ActivityFeedProps } from './activityFeedProps';

/** The server gives at most so many entries at once. */
const mostEntries = 200;

/** What others did since the feed was read: it is counted, and shown when the person asks for it. */
export const useNewChanges = ({ subjectId, subGroupSlug, first = 20 }: ActivityFeedProps, shown: number) => {
  const client = useApolloClient();
  const [count, setCount] = useState(0);
  const [isShowing, setIsShowing] = useState(false);

  const concerns = ({ kind, byViewer, subjectId: changedId, relatedIds }: LiveChange): boolean => {
    if (byViewer || kind === 'MISSED') return false;
    if (subjectId) return changedId === subjectId;
    return !subGroupSlug || relatedIds.some((id) => slugOf(client.cache.extract(), id) === subGroupSlug);
  };
  useLiveChange((change) => {
    if (concerns(change)) setCount((known) => known + 1);
  });

  const show = async () => {
    setIsShowing(true);
    try {
      await client.query({
        query: ActivityFeedQuery,
        variables: {
          subjectId: subjectId ?? null,
          subGroupSlug: subGroupSlug ?? null,
          // What "Show more" has brought stays.
          first: Math.min(Math.max(first, shown + count), mostEntries),
        },
        fetchPolicy: 'network-only',
      });
      setCount(0);
    } finally {
      setIsShowing(false);
    }
  };
  return { count, isShowing, show };
};

/** A feed knows its sub-group by the slug, a change by the id; the page around the feed has both. */
const slugOf = (cache: unknown, id: string): string | undefined =>
  (cache as Record<string, { slug?: string } | undefined>)[`SubGroup:${id}`]?.slug;
