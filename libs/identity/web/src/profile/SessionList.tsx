import { Button, ErrorState, formatDateTime, Ledger, LedgerRow, Section } from '@sos/platform-ui';
import type { ProfileQuery } from '@sos/platform-contract';
import styles from './profile.module.css';
import { useEndSessions } from './useEndSessions';

type Session = ProfileQuery['mySessions'][number];

export const SessionList = ({ sessions }: { sessions: readonly Session[] }) => {
  const { endOne, endAll, busyWith, problem } = useEndSessions();
  return (
    <Section title="Where you are signed in" count={sessions.length}>
      {problem && <ErrorState title="The session goes on." body={problem} />}
      <Ledger label="Where you are signed in">
        {sessions.map((session) => (
          <LedgerRow
            key={session.id}
            margin={session.isCurrent ? 'This browser' : `Used ${formatDateTime(session.lastSeenAt)}`}
            title={session.device}
            meta={<span>Signed in {formatDateTime(session.startedAt)}</span>}
            action={
              !session.isCurrent && (
                <Button
                  size="s"
                  aria-label={`Sign out ${session.device}, signed in ${formatDateTime(session.startedAt)}`}
                  busy={busyWith === session.id}
                  onClick={() => void endOne(session.id)}
                >
                  Sign out
                </Button>
              )
            }
          />
        ))}
      </Ledger>
      <p className={styles.everywhere}>
        <Button busy={busyWith === 'all'} onClick={() => void endAll()}>
          Sign out everywhere
        </Button>
      </p>
    </Section>
  );
};
