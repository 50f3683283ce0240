import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { HubFacts, HubViewer } from './ShellQuery';

type Session = { hub: HubFacts; viewer: HubViewer | null };

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = ({ hub, viewer, children }: Session & { children: ReactNode }) => {
  const session = useMemo(() => ({ hub, viewer }), [hub, viewer]);
  return <SessionContext value={session}>{children}</SessionContext>;
};

const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Used outside the shell: no SessionProvider above.');
  return session;
};

/** The hub's name, today's date in the workgroup's time zone, the content notice. */
export const useHub = (): HubFacts => useSession().hub;

/** Who is looking. Every page inside the shell has one; outside it (help, sign-in) use `useViewerIfSignedIn`. */
export const useViewer = (): HubViewer => {
  const { viewer } = useSession();
  if (!viewer) throw new Error('Nobody is signed in here.');
  return viewer;
};

export const useViewerIfSignedIn = (): HubViewer | null => useContext(SessionContext)?.viewer ?? null;
