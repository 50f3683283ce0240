import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { type MenuEntry, MenuButton } from '../controls/MenuButton';
import { Icon } from '../icons/Icon';
import { type WorkStatus, workStatusLooks } from '../status/workStatus';
import { classes } from '../words/classes';
import styles from './Board.module.css';

export type BoardColumn = {
  status: WorkStatus;
  count: number;
  cards: ReactNode;
  /** "5 more", as a link. */ more?: ReactNode;
};

/** Work by status. Dragging is an extra that a page may add; every card has its "Move to" menu. */
export const Board = ({ columns, headingLevel = 3 }: { columns: readonly BoardColumn[]; headingLevel?: 2 | 3 }) => (
  <div className={styles.board}>
    {columns.map((column) => (
      <Lane key={column.status} column={column} headingLevel={headingLevel} />
    ))}
  </div>
);

const Lane = ({ column, headingLevel }: { column: BoardColumn; headingLevel: 2 | 3 }) => {
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.head}>
        <Icon name={workStatusLooks[column.status].icon} />
        <Heading className={styles.word} id={headingId}>
          {workStatusLooks[column.status].word}
        </Heading>
        <span className={styles.count}>{column.count.toLocaleString('en-US')}</span>
      </div>
      {column.count === 0 ? <p className={styles.nothing}>Nothing here.</p> : column.cards}
      {column.more && <p className={styles.more}>{column.more}</p>}
    </section>
  );
};

export type BoardCardProps = {
  /** "PS-31" */
  code?: ReactNode;
  title: string;
  to?: string;
  /** Shared sub-groups, help wanted. */
  detail?: ReactNode;
  owner?: ReactNode;
  due?: ReactNode;
  moves?: MenuEntry[];
  headingLevel?: 3 | 4;
};

export const BoardCard = ({ code, title, to, detail, owner, due, moves, headingLevel = 4 }: BoardCardProps) => {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={styles.card}>
      {(code || moves) && (
        <div className={styles.line}>
          <span className={styles.id}>{code}</span>
          {moves && <MenuButton label="Move to" about={title} items={moves} />}
        </div>
      )}
      <Heading className={styles.title}>{to === undefined ? title : <Link to={to}>{title}</Link>}</Heading>
      {detail && <div className={styles.detail}>{detail}</div>}
      {(owner || due) && (
        <div className={classes(styles.line, styles.foot)}>
          <span>{owner}</span>
          {due}
        </div>
      )}
    </article>
  );
};
