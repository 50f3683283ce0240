import { Icon, type IconName } from '../icons/Icon';
import { VisuallyHidden } from '../states/VisuallyHidden';
import { classes } from '../words/classes';
import styles from './Breakdowns.module.css';

export type Coverage = 'YES' | 'PARTIAL' | 'NO';
export type Breakdown = { label: string; state: Coverage; /** The search asked for it. */ asked?: boolean };

const icons: Record<Coverage, IconName> = { YES: 'check', PARTIAL: 'coverageHalf', NO: 'dash' };
const words: Record<Coverage, string> = { YES: '', PARTIAL: ' in part', NO: ' not available' };

/** What a source can be broken down by, always in the same order: check or struck through. */
export const Breakdowns = ({ items, label = 'Breakdowns' }: { items: readonly Breakdown[]; label?: string }) => (
  <ul className={styles.list} aria-label={label}>
    {items.map((item) => (
      <li key={item.label} className={classes(styles.item, styles[item.state], item.asked && styles.asked)}>
        <Icon name={icons[item.state]} />
        <span className={styles.word}>{item.label}</span>
        <VisuallyHidden>
          {words[item.state]}
          {item.asked && ', asked for'}
        </VisuallyHidden>
      </li>
    ))}
  </ul>
);
