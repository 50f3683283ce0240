import { HealthFlag } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { useEffect, useRef } from 'react';
import { declarerOf } from './declarationWords';
import { dayWithin, type Declaration } from './standing';
import styles from './StaleDeclaration.module.css';

/** Somebody was quicker: their words beside one's own, which stay in the form. */
export const StaleDeclaration = ({ current }: { current: Declaration }) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [current.id]);
  return (
    <div className={styles.stale} role="group" aria-labelledby="stale-declaration" tabIndex={-1} ref={place}>
      <p id="stale-declaration">
        <b>{declarerOf(current, viewerId)} declared health meanwhile.</b> Yours is not declared yet; your words are kept
        above. Declare health again to put yours on top.
      </p>
      <p className={styles.theirs}>
        <HealthFlag health={current.health} /> <span>{dayWithin(current.declaredAt, today)}</span>
      </p>
      <blockquote>“{current.reason}”</blockquote>
    </div>
  );
};
