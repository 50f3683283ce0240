import { Fragment } from 'react';
import { changedWords } from './reading';
import styles from './search.module.css';

type MendedTextProps = { written: string; mended: string; onAsWritten: () => void };

/** "Showing results for nonfatal overdose by county. Search for “overdoes” instead" */
export const MendedText = ({ written, mended, onAsWritten }: MendedTextProps) => {
  const changed = changedWords(written, mended);
  return (
    <p className={styles.mended}>
      Showing results for{' '}
      <b>
        {changed.mended.map(({ word, isNew }, place) => (
          <Fragment key={place}>
            {place > 0 && ' '}
            {isNew ? <i>{word}</i> : word}
          </Fragment>
        ))}
      </b>
      .{' '}
      <button type="button" className={styles.link} onClick={onAsWritten}>
        Search for “{changed.replaced.join(' ') || written}” instead
      </button>
    </p>
  );
};
