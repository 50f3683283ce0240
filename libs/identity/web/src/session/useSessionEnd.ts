import { useApolloClient } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { inBackground, SessionEndQuery } from './session.operations';
import { onSessionGoesOn } from './sessionNews';

export type SessionEnding = { endedBy: 'IDLE' | 'HOURS'; at: number };

/** While the warning stands, another window may have put the end off. */
const secondsBetweenLooks = 20;
/** When the hub could not be asked. */
const secondsUntilNextTry = 15;

/**
 * When the session ends. The hub says how many seconds are left, so that this computer's clock does not matter; it is
 * asked when a page opens, when the end should be near, and when the window is looked at again.
 * @param onOver Called once the hub says that the session is over.
 * @returns the end, once it is time to warn of it.
 */
export const useSessionEnd = (onOver: () => void): SessionEnding | null => {
  const client = useApolloClient();
  const [ending, setEnding] = useState<SessionEnding | null>(null);
  const timer = useRef<number>(undefined);

  const lookAfter = (seconds: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void look(), Math.max(1, seconds) * 1_000);
  };

  const look = useEffectEvent(async () => {
    try {
      const { data } = await client.query({ query: SessionEndQuery, fetchPolicy: 'no-cache', context: inBackground });
      const session = data?.session;
      if (!session) return onOver();
      const { secondsLeft, warningSeconds, endedBy } = session;
      const isNear = secondsLeft <= warningSeconds;
      setEnding(isNear ? { endedBy, at: Date.now() + secondsLeft * 1_000 } : null);
      lookAfter(isNear ? Math.min(secondsLeft + 1, secondsBetweenLooks) : secondsLeft - warningSeconds);
    } catch {
      // No network says nothing about the session.
      lookAfter(secondsUntilNextTry);
    }
  });

  useEffect(() => {
    // Timers stand still while a computer sleeps.
    const onSeen = () => document.visibilityState === 'visible' && void look();
    void look();
    document.addEventListener('visibilitychange', onSeen);
    const stop = onSessionGoesOn(() => void look());
    return () => {
      stop();
      document.removeEventListener('visibilitychange', onSeen);
      window.clearTimeout(timer.current);
    };
  }, []);
  return ending;
};
