import { Button, Chip, TextField } from '@sos/platform-ui';
import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './form.module.css';

type TagsFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: string[];
  onChange: (value: string[]) => void;
};

/** Words of one's own: Enter or a comma adds one, and a list can be pasted. */
export const TagsField = ({ label, hint, error, value, onChange }: TagsFieldProps) => {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const add = (written: string) => {
    const known = new Set(value.map((word) => word.toLowerCase()));
    const words = written.split(/[,;\n]/).map((word) => word.trim());
    const fresh = words.filter(
      (word, place) => word && !known.has(word.toLowerCase()) && words.indexOf(word) === place,
    );
    if (fresh.length > 0) onChange([...value, ...fresh]);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    // Enter in a one-line field would send the form.
    event.preventDefault();
    add(text);
  };
  const remove = (word: string) => {
    onChange(value.filter((one) => one !== word));
    input.current?.focus();
  };
  return (
    <div>
      <div className={styles.adding}>
        <TextField
          ref={input}
          label={label}
          hint={hint}
          error={error}
          value={text}
          onChange={(next) => (/[,;]/.test(next) ? add(next) : setText(next))}
          onKeyDown={onKeyDown}
          onBlur={() => text.trim() !== '' && add(text)}
        />
      </div>
      {value.length > 0 && (
        <ul className={styles.tags} aria-label={`${label}, chosen`}>
          {value.map((word) => (
            <li key={word}>
              <Chip label={word} onRemove={() => remove(word)} />
            </li>
          ))}
        </ul>
      )}
      {text.trim() !== '' && (
        <Button size="s" onClick={() => add(text)}>
          Add “{text.trim()}”
        </Button>
      )}
    </div>
  );
};
