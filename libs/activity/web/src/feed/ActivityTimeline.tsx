import { EmptyState, ShowMore, Timeline } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { useRef } from 'react';
import type { ActivityFeedProps } from './activityFeedProps';
import styles from './ActivityTimeline.module.css';
import { dayWords, withDays } from './dayWords';
import { FeedWords } from './FeedWords';
import { feedIcon } from './feedIcon';
import { NewChanges } from './NewChanges';
import { useActivity } from './useActivity';
import { useHeldFocus } from './useHeldFocus';
import { useNewChanges } from './useNewChanges';

export const ActivityTimeline = (props: ActivityFeedProps) => {
  const { today } = useHub();
  const { entries, hasMore, loadMore, isLoadingMore } = useActivity(props);
  const foot = useHeldFocus(hasMore);
  const top = useRef<HTMLDivElement>(null);
  const news = useNewChanges(props, entries.length);
  const showNews = async () => {
    await news.show();
    // The button goes; whoever pressed it goes on reading at the top of the list.
    top.current?.focus();
  };
  const newChanges = <NewChanges count={news.count} isShowing={news.isShowing} onShow={() => void showNews()} />;
  if (entries.length === 0)
    return (
      <>
        {newChanges}
        <EmptyState icon="pencil" title="Nothing has happened here yet." body="Changes appear as they are made." />
      </>
    );
  return (
    <>
      {newChanges}
      <div ref={top} tabIndex={-1}>
        <Timeline
          label="Activity, newest first"
          entries={withDays(entries).map(({ entry, opensDay }) => {
            const day = dayWords(entry.occurredAt, today);
            return {
              key: entry.id,
              date: opensDay ? day : <span className={styles.repeated}>{day}</span>,
              icon: feedIcon(entry),
              body: <FeedWords entry={entry} />,
              detail: entry.detail && <>“{entry.detail}”</>,
            };
          })}
        />
      </div>
      <div ref={foot} tabIndex={-1}>
        {(hasMore || entries.length > (props.first ?? 20)) && (
          <ShowMore shown={entries.length} what="changes" busy={isLoadingMore} onMore={hasMore ? loadMore : null} />
        )}
      </div>
    </>
  );
};
