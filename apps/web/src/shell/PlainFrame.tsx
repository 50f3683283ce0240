import { Brand, ColorSchemeButton } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Outlet } from 'react-router';
import { Footer } from './Footer';
import styles from './PlainFrame.module.css';

/** Before anyone is signed in there is nowhere to navigate to: no rail, no search. */
export const PlainFrame = () => (
  <>
    <a className={styles.skip} href="#main">
      Skip to main content
    </a>
    <div className={styles.frame}>
      <header className={styles.top}>
        <Brand to="/sign-in" workgroupName={useHub().workgroupName} />
        <ColorSchemeButton />
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <footer className={styles.foot}>
        <Footer />
      </footer>
    </div>
  </>
);
