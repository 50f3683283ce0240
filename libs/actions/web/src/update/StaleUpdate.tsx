import { Actions, Button, formatDateTime, WorkStatusMark } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { useEffect, useRef } from 'react';
import styles from './UpdatePanel.module.css';
import type { CurrentItem } from './useUpdateForm';

type StaleUpdateProps = {
  current: CurrentItem;
  /** The newest update that the person had seen. */
  lastSeenAt: string | null;
  isPosting: boolean;
  onPostAnyway: () => void;
  onDiscard: () => void;
};

/** Somebody was quicker: what the item says now, beside the text that the person wrote. */
export const StaleUpdate = ({ current, lastSeenAt, isPosting, onPostAnyway, onDiscard }: StaleUpdateProps) => {
  const viewer = useViewer();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [current.version]);
  const news = current.latestUpdate && current.latestUpdate.postedAt !== lastSeenAt ? current.latestUpdate : null;
  const who = news?.author.id === viewer.person.id ? 'You' : news?.author.fullName;
  return (
    <div className={styles.stale} role="group" aria-labelledby="stale-update" tabIndex={-1} ref={place}>
      <p id="stale-update">
        <b>{news ? `${who} posted an update meanwhile.` : 'Somebody edited this item meanwhile.'}</b> Yours is not
        posted yet; it is kept below.
      </p>
      <dl className={styles.now}>
        <dt>Now</dt>
        <dd>
          <WorkStatusMark status={current.status} />
          {news && <p>{news.note}</p>}
          {news && <p className={styles.when}>{formatDateTime(news.postedAt)}</p>}
        </dd>
      </dl>
      <Actions>
        <Button size="s" variant="primary" busy={isPosting} onClick={onPostAnyway}>
          Post anyway on top
        </Button>
        <Button size="s" variant="subtle" onClick={onDiscard}>
          Discard mine
        </Button>
      </Actions>
    </div>
  );
};
