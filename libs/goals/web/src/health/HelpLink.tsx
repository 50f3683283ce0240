import { HelpWanted } from '@sos/platform-ui';
import { Link } from 'react-router';
import styles from './HelpLink.module.css';

type HelpLinkProps = {
  count: number;
  /** "goal=3" */
  itemsQuery: string;
  /** Beside a label that says "Help wanted" already. */
  compact?: boolean;
};

/** "3 help wanted", and the way to those items. */
export const HelpLink = ({ count, itemsQuery, compact }: HelpLinkProps) => (
  <Link className={styles.link} to={`/items?${itemsQuery}&help=1`}>
    <HelpWanted count={count} compact={compact} />
  </Link>
);
