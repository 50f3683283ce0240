import { ErrorState } from '@sos/platform-ui';
import type { Failure } from '@sos/platform-web';
import styles from './UpdatePanel.module.css';

/** The network or the hub failed: what is kept, and what to do. */
export const UpdateTrouble = ({ failure, isOnline }: { failure: Failure; isOnline: boolean }) => {
  if (failure.kind !== 'offline')
    return (
      <ErrorState
        title="The update was not posted."
        body={`${failure.message} Your text is kept here.`}
        reference={failure.reference}
      />
    );
  return (
    <p className={styles.offline} role="alert">
      {isOnline ? (
        <>
          <b>The hub could not be reached a moment ago.</b> Your text is kept here. Post it again now.
        </>
      ) : (
        <>
          <b>You are offline.</b> Your text is kept on this computer. Post it when the network is back.
        </>
      )}
    </p>
  );
};
