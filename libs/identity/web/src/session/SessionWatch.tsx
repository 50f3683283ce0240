import { useSignOut } from '../signing/useSignOut';
import { SessionEndDialog } from './SessionEndDialog';
import { useSessionEnd } from './useSessionEnd';

/** Beside the pages of whoever is signed in: warns before the session ends, and leads away when it is over. */
export const SessionWatch = ({ onOver }: { onOver: () => void }) => {
  const ending = useSessionEnd(onOver);
  const signOut = useSignOut();
  return ending && <SessionEndDialog ending={ending} onSignOut={() => void signOut()} />;
};
