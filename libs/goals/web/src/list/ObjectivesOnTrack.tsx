import { Button, countOf } from '@sos/platform-ui';
import { type ReactNode, useId, useState } from 'react';
import styles from './ObjectivesOnTrack.module.css';

/** Good news takes one line; it opens for who wants to see. */
export const ObjectivesOnTrack = ({ count, children }: { count: number; children: ReactNode }) => {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={styles.line}>
        <Button
          variant="subtle"
          size="s"
          icon={isOpen ? 'chevronUp' : 'chevronDown'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {count === 1 ? '1 objective, on track' : `${countOf(count, 'objective')}, all on track`}
        </Button>
      </div>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </>
  );
};
