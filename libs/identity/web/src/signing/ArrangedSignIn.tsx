import { PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { Link } from 'react-router';
import styles from './signing.module.css';

/** A hub with real content has no open door. */
export const ArrangedSignIn = () => {
  usePage({ title: 'Sign in' });
  return (
    <>
      <PageHeader
        width="narrow"
        title="Sign in"
        lede="Sign-in is arranged by the hub's administrator, who sends you an address that works once."
      />
      <div className={styles.prose}>
        <p>Open that address in this browser, then press the button on the page it brings you to.</p>
        <p>
          No address, or one that no longer works? Ask the administrator for a new one.{' '}
          <Link to="/help">Help and contact</Link> says how to reach them.
        </p>
      </div>
    </>
  );
};
