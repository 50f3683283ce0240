import { Button, Dialog } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { FeedLimitsForm } from './FeedLimitsForm';
import { type Limits, limitWords, type LimitedFeed } from './feedLimitWords';
import styles from './import.module.css';

type FeedLimitsProps = { feed: LimitedFeed; limits: Limits };

/** How much of a feed the hub reads from its address; administrators can change it. */
export const FeedLimits = ({ feed, limits }: FeedLimitsProps) => {
  const { isAdministrator } = useViewer();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <span className={styles.limits}>
      {limitWords(limits)}
      {isAdministrator && (
        <>
          <Button
            size="s"
            variant="subtle"
            aria-label={`Change the limits of ${feed.title}`}
            onClick={() => setIsOpen(true)}
          >
            Change
          </Button>
          <Dialog
            opened={isOpen}
            onClose={close}
            title={`Limits of ${feed.title}`}
            description="An import from a web address stops beyond them, and changes nothing. A file that is sent has its own."
          >
            <FeedLimitsForm feed={feed} limits={limits} onSaved={close} onCancel={close} />
          </Dialog>
        </>
      )}
    </span>
  );
};
