import { Icon } from '../icons/Icon';
import { VisuallyHidden } from '../states/VisuallyHidden';
import styles from './marks.module.css';

/** The sub-groups that share an item. */
export const SharedWith = ({
  names,
  words,
}: {
  names: readonly string[];
  /** Instead of the names: "All three sub-groups". */ words?: string;
}) => (
  <span className={styles.shared}>
    <Icon name="shared" />
    <span>
      {!words && <VisuallyHidden>Shared with </VisuallyHidden>}
      {words ?? names.join(', ')}
    </span>
  </span>
);
