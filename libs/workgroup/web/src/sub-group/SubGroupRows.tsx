import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type SubGroupRowFragment } from '@sos/platform-contract';
import { countOf } from '@sos/platform-ui';
import { Link } from 'react-router';
import { periodWords } from '../words/periodWords';
import styles from './SubGroupRows.module.css';

export const SubGroupRow = graphql(`
  fragment SubGroupRow on SubGroup {
    id
    slug
    name
    prefix
    purpose
    startedOn
    endedOn
    filledSeatCount
    actionItemCount
    focusItems {
      id
    }
    seats {
      id
    }
  }
`);

type SubGroupRowsProps = {
  subGroups: readonly (FragmentType<SubGroupRowFragment> & { id: string })[];
  /** 3 under a section's heading. */
  headingLevel?: 2 | 3;
};

export const SubGroupRows = ({ subGroups, headingLevel = 2 }: SubGroupRowsProps) => (
  <ul className={headingLevel === 2 ? styles.ruled : undefined}>
    {subGroups.map((subGroup) => (
      <Row key={subGroup.id} subGroup={subGroup} headingLevel={headingLevel} />
    ))}
  </ul>
);

type RowProps = { subGroup: FragmentType<SubGroupRowFragment>; headingLevel: 2 | 3 };

const Row = ({ subGroup: from, headingLevel }: RowProps) => {
  const Heading = `h${headingLevel}` as const;
  const { data: subGroup } = useSuspenseFragment({ fragment: SubGroupRow, from });
  const { slug, name, purpose, focusItems, seats, filledSeatCount, actionItemCount } = subGroup;
  const path = `/subgroups/${slug}`;
  return (
    <li className={styles.row}>
      <p className={styles.margin}>{periodWords(subGroup)}</p>
      <div>
        <Heading className={styles.name}>
          <Link to={path}>{name}</Link>
        </Heading>
        <p className={styles.purpose}>{purpose}</p>
        <ul className={styles.counts}>
          <li>
            <Link to={`${path}/focus`}>{countOf(focusItems.length, 'focus item')}</Link>
          </li>
          <li>
            <Link to={`${path}/items`}>{countOf(actionItemCount, 'action item')}</Link>
          </li>
          <li>
            <Link to={`${path}/members`}>
              {filledSeatCount} of {countOf(seats.length, 'seat')} filled
            </Link>
          </li>
        </ul>
      </div>
    </li>
  );
};
