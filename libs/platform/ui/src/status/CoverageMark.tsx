import { Icon, type IconName } from '../icons/Icon';
import { classes } from '../words/classes';
import type { Coverage } from './Breakdowns';
import styles from './CoverageMark.module.css';

const looks: Record<Coverage, { icon: IconName; word: string }> = {
  YES: { icon: 'disc', word: 'Yes' },
  PARTIAL: { icon: 'coverageHalf', word: 'In part' },
  NO: { icon: 'dash', word: 'No' },
};

/** A cell of a coverage matrix: disc, half disc or dash, each with its word. */
export const CoverageMark = ({ state, words }: { state: Coverage; /** "35 of 58", "From 2023" */ words?: string }) => (
  <span className={classes(styles.mark, styles[state])}>
    <Icon name={looks[state].icon} />
    {words ?? looks[state].word}
  </span>
);
