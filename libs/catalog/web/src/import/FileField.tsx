import { Button, Icon } from '@sos/platform-ui';
import { useId, useRef } from 'react';
import { sizeWords } from './catalogFile';
import styles from './import.module.css';

type FileFieldProps = { file: File | null; onChange: (file: File | null) => void; error?: string };

/** The browser's own file field, behind a button in our words. */
export const FileField = ({ file, onChange, error }: FileFieldProps) => {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        Catalog file
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".json,application/json"
        className={styles.file}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
      />
      {file && (
        <p className={styles.chosen}>
          {file.name}, {sizeWords(file.size)}{' '}
          <Button
            size="s"
            variant="subtle"
            onClick={() => {
              if (input.current) input.current.value = '';
              onChange(null);
              input.current?.focus();
            }}
          >
            Take it out
          </Button>
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.problem}>
          <Icon name="exclamation" />
          <span>{error}</span>
        </p>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        A data.json of up to 50 MB. For a larger one give its web address instead, or use the hub’s command line.
      </p>
    </div>
  );
};
