import { Icon } from '../icons/Icon';
import { VisuallyHidden } from '../states/VisuallyHidden';
import { listOf } from '../words/lists';
import styles from './marks.module.css';

export type HelpWantedProps = {
  agencyNames?: readonly string[];
  count?: number;
  /** In a column headed "Help wanted": the number alone is drawn, the words are for those who listen. */
  compact?: boolean;
};

export const HelpWanted = ({ agencyNames = [], count, compact }: HelpWantedProps) => (
  <span className={styles.help}>
    <Icon name="hand" />
    {count === undefined ? (
      <span>Help wanted{agencyNames.length > 0 && ` from ${listOf(agencyNames)}`}</span>
    ) : compact ? (
      <span>
        {count}
        <VisuallyHidden> help wanted</VisuallyHidden>
      </span>
    ) : (
      <span>{count} help wanted</span>
    )}
  </span>
);
