import { Icon, type IconName } from '@sos/platform-ui';
import styles from './admin.module.css';
import type { Check } from './useProviderActs';

const marks: Record<Check['outcome'], { icon: IconName; word: string }> = {
  PASSED: { icon: 'check', word: 'Passed' },
  WARNING: { icon: 'triangle', word: 'Have a look' },
  FAILED: { icon: 'exclamation', word: 'Failed' },
};

/** Icon and word, so that nobody needs the colour. */
export const ConnectionChecks = ({ checks }: { checks: readonly Check[] }) => (
  <div role="status">
    <ul className={styles.checks} aria-label="Connection test">
      {checks.map(({ name, outcome, message }) => (
        <li key={name}>
          <Icon name={marks[outcome].icon} />
          <span>
            <b>
              {name}: {marks[outcome].word}.
            </b>{' '}
            {message}
          </span>
        </li>
      ))}
    </ul>
  </div>
);
