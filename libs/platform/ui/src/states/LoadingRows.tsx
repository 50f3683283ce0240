import { useEffect, useState } from 'react';
import styles from './LoadingRows.module.css';
import { VisuallyHidden } from './VisuallyHidden';

const widths = ['62%', '88%', '40%'];

/** Rows in the shape of what comes. They wait 300 ms, so that a quick answer never flickers. */
export const LoadingRows = ({ rows = 3, label = 'Loading' }: { rows?: number; label?: string }) => {
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.rows} aria-busy="true" role="status">
      {spoken && <VisuallyHidden>{label}</VisuallyHidden>}
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.row} aria-hidden="true">
          {widths.map((width) => (
            <span key={width} className={styles.bar} style={{ width }} />
          ))}
        </span>
      ))}
    </div>
  );
};
