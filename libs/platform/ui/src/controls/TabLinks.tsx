import { Link } from 'react-router';
import styles from './TabLinks.module.css';

export type TabLink = { label: string; to: string; count?: number; current?: boolean };

/** Tabs that live in the address, and so are links. */
export const TabLinks = ({ tabs, label = 'Parts of this page' }: { tabs: TabLink[]; label?: string }) => (
  <nav data-tabs className={styles.tabs} aria-label={label}>
    <ul className={styles.list}>
      {tabs.map((tab) => (
        <li key={tab.to}>
          <Link className={styles.tab} to={tab.to} aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count.toLocaleString('en-US')}</span>}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
