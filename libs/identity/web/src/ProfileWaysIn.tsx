import { PasskeySection } from './passkeys/PasskeySection';
import { LinkedAccounts } from './providers/LinkedAccounts';

/** In one's own profile: what signs one in besides a link by mail. */
export const ProfileWaysIn = () => (
  <>
    <PasskeySection />
    <LinkedAccounts />
  </>
);
