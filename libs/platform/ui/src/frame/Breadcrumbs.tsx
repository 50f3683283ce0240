import { Link } from 'react-router';
import styles from './Breadcrumbs.module.css';

export type Breadcrumb = { label: string; to?: string };

/** The only words in the hub that may be cut with an ellipsis. */
export const Breadcrumbs = ({ items }: { items: readonly Breadcrumb[] }) => (
  <nav aria-label="You are here">
    <ol className={styles.list}>
      {items.map((item, place) => (
        <li key={`${place} ${item.label}`} className={styles.item}>
          {item.to === undefined ? (
            <span className={styles.here} aria-current={place === items.length - 1 ? 'page' : undefined}>
              {item.label}
            </span>
          ) : (
            <Link to={item.to}>{item.label}</Link>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
