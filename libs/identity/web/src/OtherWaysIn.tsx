import { PasskeySignIn } from './passkeys/PasskeySignIn';
import { ProviderSignIn, type ProviderSignInProps } from './providers/ProviderSignIn';
import styles from './signing/signing.module.css';

/** Below the address field of the sign-in page. */
export const OtherWaysIn = (props: ProviderSignInProps) => (
  <div className={styles.ways}>
    <ProviderSignIn {...props} />
    <PasskeySignIn />
  </div>
);
