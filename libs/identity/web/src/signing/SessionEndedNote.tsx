import { useLocation } from 'react-router';

/** Says why one is here, to whom the session's end has led here. */
export const SessionEndedNote = () => {
  const state: unknown = useLocation().state;
  const hasEnded = typeof state === 'object' && state !== null && 'sessionEnded' in state;
  return hasEnded ? <p>Your session has ended. Sign in to go on where you were; what you typed is kept.</p> : null;
};
