import type { ReactNode } from 'react';
import { Button } from '../controls/Button';
import type { IconName } from '../icons/Icon';
import { countOf } from '../words/dates';
import { StateMessage } from './StateMessage';

type Message = { title: ReactNode; body?: ReactNode; action?: ReactNode };

/** Says why there is nothing, and offers one act. */
export const EmptyState = ({ icon = 'task', ...message }: Message & { icon?: IconName }) => (
  <StateMessage icon={icon} kind="empty" {...message} />
);

type ErrorStateProps = { title: ReactNode; body?: ReactNode; reference?: string | null; onRetry?: () => void };

/** Stays inside its panel: what failed, what is saved, a reference, and "Try again". */
export const ErrorState = ({ title, body, reference, onRetry }: ErrorStateProps) => (
  <StateMessage
    icon="information"
    kind="error"
    role="alert"
    title={title}
    body={
      (body || reference) && (
        <p>
          {body}
          {body && reference && ' '}
          {reference && <>Reference {reference}.</>}
        </p>
      )
    }
    action={
      onRetry && (
        <Button size="s" icon="retry" onClick={onRetry}>
          Try again
        </Button>
      )
    }
  />
);

/** Says what waits to be sent. */
export const OfflineState = ({ waiting = 0 }: { waiting?: number }) => (
  <StateMessage
    icon="offline"
    role="status"
    title={waiting > 0 ? `You are offline. ${countOf(waiting, 'update waits', 'updates wait')}.` : 'You are offline.'}
    body={
      waiting > 0
        ? 'They are sent in order when the network is back.'
        : 'What you see may be old. You can go on reading.'
    }
  />
);

/** Says who can grant access. */
export const NoAccessState = (message: Message) => <StateMessage icon="locked" {...message} />;
