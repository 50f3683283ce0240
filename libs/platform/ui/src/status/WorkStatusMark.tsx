import { Icon } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './marks.module.css';
import { type WorkStatus, workStatusLooks } from './workStatus';

/** How far the work is: a tinted block. */
export const WorkStatusMark = ({ status }: { status: WorkStatus }) => (
  <span className={classes(styles.work, styles[status])}>
    <Icon name={workStatusLooks[status].icon} />
    {workStatusLooks[status].word}
  </span>
);
