import { classes } from '../words/classes';
import styles from './Tally.module.css';

export type TallyProps = {
  filled: number;
  total: number;
  /** What is counted: "reported". Spoken as "11 of 24 reported". */
  label: string;
};

/** More ticks than this can't be told apart: then each stands for several. */
const mostTicks = 60;

/** One tick for each item, filled or hollow, so that silence has a size one can see. */
export const Tally = ({ filled, total, label }: TallyProps) => {
  const each = Math.max(1, Math.ceil(total / mostTicks));
  const ticks = Math.ceil(total / each);
  // Something done is never drawn as nothing, nor something open as all done.
  const exact = Math.round(filled / each);
  const solid = filled <= 0 ? 0 : filled >= total ? ticks : Math.min(Math.max(exact, 1), ticks - 1);
  return (
    <>
      <div className={styles.tally} role="img" aria-label={`${filled} of ${total} ${label}`}>
        {Array.from({ length: ticks }, (_, place) => (
          <span key={place} className={classes(styles.tick, place < solid && styles.filled)} />
        ))}
      </div>
      {each > 1 && <p className={styles.scale}>Each tick is about {each}.</p>}
    </>
  );
};
