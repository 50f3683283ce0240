import { Icon } from '../icons/Icon';
import { countOf, daysBetween } from '../words/dates';
import styles from './marks.module.css';

export type SilenceMarkProps = {
  lastUpdateOn: string | null;
  today: string;
  /** "update", "declared health" */ what?: string;
};

/** How long nobody has written: in ink, with an empty speech bubble. It blames no one. */
export const SilenceMark = ({ lastUpdateOn, today, what = 'update' }: SilenceMarkProps) => (
  <span className={styles.due}>
    <Icon name="speech" />
    {lastUpdateOn ? `No ${what} in ${countOf(Math.max(0, daysBetween(lastUpdateOn, today)), 'day')}` : `No ${what} yet`}
  </span>
);
