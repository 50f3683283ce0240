import { Button } from '@sos/platform-ui';
import styles from './ActivityTimeline.module.css';

export type NewChangesProps = { count: number; isShowing: boolean; onShow: () => void };

/** "3 new changes", said once and politely, and the way to see them. The list does not move until then. */
export const NewChanges = ({ count, isShowing, onShow }: NewChangesProps) => (
  <div className={styles.news}>
    <span role="status">{count > 0 && (count === 1 ? '1 new change' : `${count} new changes`)}</span>
    {count > 0 && (
      <Button size="s" onClick={onShow} busy={isShowing}>
        Show
      </Button>
    )}
  </div>
);
