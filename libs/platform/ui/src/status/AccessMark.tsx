import { Icon, type IconName } from '../icons/Icon';
import styles from './marks.module.css';

export type AccessLevel = 'PUBLIC' | 'RESTRICTED_PUBLIC' | 'NON_PUBLIC';

export const accessLooks: Record<AccessLevel, { word: string; icon: IconName }> = {
  PUBLIC: { word: 'Open', icon: 'unlocked' },
  RESTRICTED_PUBLIC: { word: 'By request', icon: 'key' },
  NON_PUBLIC: { word: 'Restricted', icon: 'locked' },
};

export const AccessMark = ({ level }: { level: AccessLevel }) => (
  <span className={styles.access}>
    <Icon name={accessLooks[level].icon} />
    {accessLooks[level].word}
  </span>
);
