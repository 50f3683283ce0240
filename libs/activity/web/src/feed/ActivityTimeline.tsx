import { EmptyState, ShowMore, Timeline } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import type { ActivityFeedProps } from './activityFeedProps';
import styles from './ActivityTimeline.module.css';
import { dayWords, withDays } from './dayWords';
import { FeedWords } from './FeedWords';
import { feedIcon } from './feedIcon';
import { useActivity } from './useActivity';
import { useHeldFocus } from './useHeldFocus';

export const ActivityTimeline = (props: ActivityFeedProps) => {
  const { today } = useHub();
  const { entries, hasMore, loadMore, isLoadingMore } = useActivity(props);
  const foot = useHeldFocus(hasMore);
  if (entries.length === 0)
    return <EmptyState icon="pencil" title="Nothing has happened here yet." body="Changes appear as they are made." />;
  return (
    <>
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
      <div ref={foot} tabIndex={-1}>
        {(hasMore || entries.length > (props.first ?? 20)) && (
          <ShowMore shown={entries.length} what="changes" busy={isLoadingMore} onMore={hasMore ? loadMore : null} />
        )}
      </div>
    </>
  );
};
