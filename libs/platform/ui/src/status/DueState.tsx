import { Icon } from '../icons/Icon';
import { classes } from '../words/classes';
import { dueWords } from './dueState';
import styles from './marks.module.css';

export type DueStateProps = {
  /** YYYY-MM-DD */
  dueOn: string | null;
  /** The day it is in California. */
  today: string;
  done?: boolean;
};

/** When it is due: words with a clock. Only Overdue is solid. */
export const DueState = ({ dueOn, today, done = false }: DueStateProps) => {
  const { words, urgency } = dueWords(dueOn, today, done);
  return (
    <span className={classes(styles.due, urgency !== 'near' && styles[urgency])}>
      {!done && <Icon name={urgency === 'overdue' ? 'exclamation' : 'clock'} />}
      {words}
    </span>
  );
};
