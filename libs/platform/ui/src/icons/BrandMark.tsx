import { classes } from '../words/classes';
import styles from './Icon.module.css';

/** A low sun over the Pacific. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg className={classes(styles.mark, className)} viewBox="0 0 32 32" aria-hidden="true">
    <path className={styles.sun} d="M6.5 16a9.5 9.5 0 0 1 19 0z" />
    <path className={styles.sea} d="M2 19.5h28M5 24h22M9 28.5h14" />
  </svg>
);
