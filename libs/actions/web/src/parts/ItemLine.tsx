import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { DueState, WorkStatusMark } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import { itemPath } from '../item/itemWords';
import styles from './ItemLine.module.css';

export const ItemLineFragment = graphql(`
  fragment ItemLine on ActionItem {
    id
    reference
    title
    status
    dueOn
  }
`);

/** An item in two short lines, for the lists of other pages: spread `...ItemLine` and hand the item over. */
export const ItemLine = ({ item }: { item: FragmentType<typeof ItemLineFragment> }) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemLineFragment, from: item });
  return (
    <div className={styles.line}>
      <Link className={styles.title} to={itemPath(data.reference)}>
        {data.title}
      </Link>
      <div className={styles.meta}>
        <span>{data.reference}</span>
        <WorkStatusMark status={data.status} />
        <DueState dueOn={data.dueOn} today={today} done={data.status === 'DONE'} />
      </div>
    </div>
  );
};
