import { Icon } from '../icons/Icon';
import styles from './marks.module.css';

/** Work that only its own sub-group may know of. */
export const RestrictedMark = ({ subGroupName }: { subGroupName?: string }) => (
  <span className={styles.restricted}>
    <Icon name="locked" />
    <span>{subGroupName ? `Restricted to ${subGroupName}` : 'Restricted'}</span>
  </span>
);
