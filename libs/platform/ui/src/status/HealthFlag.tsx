import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './marks.module.css';

export type Health = 'ON_TRACK' | 'AT_RISK' | 'OFF_TRACK';

export const healthLooks: Record<Health, { word: string; icon: IconName }> = {
  ON_TRACK: { word: 'On track', icon: 'check' },
  AT_RISK: { word: 'At risk', icon: 'triangle' },
  OFF_TRACK: { word: 'Off track', icon: 'exclamation' },
};

/** Whether a goal will be met: a signal flag; dashed while nobody has said. */
export const HealthFlag = ({ health, absent = 'Not declared' }: { health: Health | null; absent?: string }) => (
  <span className={classes(styles.flag, health ? styles[health] : styles.undeclared)}>
    <Icon name={health ? healthLooks[health].icon : 'ring'} />
    {health ? healthLooks[health].word : absent}
  </span>
);
