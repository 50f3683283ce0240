import { type ReactNode, useContext, useId } from 'react';
import { classes } from '../words/classes';
import { AsideContext } from './Columns';
import styles from './Section.module.css';

export type SectionProps = {
  title: ReactNode;
  count?: ReactNode;
  /** At the right of the heading: a link, a choice, a hint. */
  end?: ReactNode;
  children?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  id?: string;
  /** below: the heading stands over the ink rule, as over the results of a search. */
  rule?: 'above' | 'below';
};

/** One ink rule opens it; hairlines part its rows. Beside the main column it is quieter. */
export const Section = ({ title, count, end, children, headingLevel = 2, id, rule = 'above' }: SectionProps) => {
  const headingId = useId();
  const aside = useContext(AsideContext);
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className={classes(styles.section, aside && styles.quiet, rule === 'below' && styles.below)}
      aria-labelledby={headingId}
      id={id}
    >
      <div className={styles.head}>
        <Heading className={styles.title} id={headingId}>
          {title}
        </Heading>
        {count !== undefined && <span className={styles.count}>{count}</span>}
        {end && <div className={styles.end}>{end}</div>}
      </div>
      {children}
    </section>
  );
};
