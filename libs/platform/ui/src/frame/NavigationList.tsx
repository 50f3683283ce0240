import { Link } from 'react-router';
import { Icon, type IconName } from '../icons/Icon';
import { VisuallyHidden } from '../states/VisuallyHidden';
import styles from './NavigationList.module.css';

export type NavigationEntry = {
  label: string;
  to: string;
  icon: IconName;
  current?: boolean;
  count?: number;
  /** What is counted, for those who listen: "due". */
  countOf?: string;
  /** admin stands apart, below a line. */
  group?: 'main' | 'admin';
};

export const NavigationList = ({
  entries,
  onChoose,
}: {
  entries: readonly NavigationEntry[];
  onChoose?: () => void;
}) => {
  const main = entries.filter((entry) => entry.group !== 'admin');
  const admin = entries.filter((entry) => entry.group === 'admin');
  return (
    <ul>
      {[...main, ...admin].map((entry) => (
        <li key={entry.to} className={entry === admin[0] ? styles.cut : undefined}>
          <Link
            className={styles.link}
            to={entry.to}
            aria-current={entry.current ? 'page' : undefined}
            onClick={onChoose}
          >
            <Icon name={entry.icon} size="m" />
            {entry.label}
            {entry.count !== undefined && entry.count > 0 && (
              <span className={styles.count}>
                {entry.count.toLocaleString('en-US')}
                {entry.countOf && <VisuallyHidden> {entry.countOf}</VisuallyHidden>}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
};
