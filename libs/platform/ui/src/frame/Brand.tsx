import { Link } from 'react-router';
import { BrandMark } from '../icons/BrandMark';
import { classes } from '../words/classes';
import styles from './Brand.module.css';

export const Brand = ({
  to = '/',
  workgroupName,
  compact,
}: {
  to?: string;
  workgroupName?: string;
  compact?: boolean;
}) => (
  <Link className={classes(styles.brand, compact && styles.compact)} to={to}>
    <BrandMark className={styles.mark} />
    <span className={styles.name}>SOS Hub</span>
    {workgroupName && <span className={styles.workgroup}>{workgroupName}</span>}
  </Link>
);
