import { Button, IconButton, LiveRegion, TextAreaField } from '@sos/platform-ui';
import type { FieldProblems } from '@sos/platform-web';
import { useEffect, useId, useRef, useState } from 'react';
import styles from './form.module.css';

type LinesFieldProps = {
  label: string;
  /** What one line is, for its label and its buttons: "step". */
  one: string;
  hint?: string;
  field: string;
  problems: FieldProblems;
  value: string[];
  onChange: (value: string[]) => void;
  /** The order matters, so lines can be moved. */
  ordered?: boolean;
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Several sentences, each in its line; added, removed and moved by buttons. */
export const LinesField = ({ label, one, hint, field, problems, value, onChange, ordered }: LinesFieldProps) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const focusOn = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (focusOn.current === null) return;
    document.getElementById(focusOn.current)?.focus();
    focusOn.current = null;
  });
  const lineId = (place: number) => `${id}-${place}`;
  const addId = `${id}-add`;
  const set = (place: number, text: string) => onChange(value.map((before, at) => (at === place ? text : before)));
  const add = () => {
    focusOn.current = lineId(value.length);
    onChange([...value, '']);
  };
  const remove = (place: number) => {
    focusOn.current = value.length > 1 ? lineId(Math.min(place, value.length - 2)) : addId;
    setSaid(`${capital(one)} ${place + 1} removed`);
    onChange(value.filter((_, at) => at !== place));
  };
  const move = (place: number, to: number) => {
    const next = [...value];
    next.splice(to, 0, ...next.splice(place, 1));
    focusOn.current = lineId(to);
    setSaid(`${capital(one)} moved to place ${to + 1} of ${value.length}`);
    onChange(next);
  };
  return (
    <div ref={list} role="group" aria-labelledby={`${id}-label`} aria-describedby={hint ? `${id}-hint` : undefined}>
      <p id={`${id}-label`} className={styles.label}>
        {label}
      </p>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problems[field] && (
        <p className={styles.problem} role="alert">
          {problems[field]}
        </p>
      )}
      {value.length > 0 && (
        <ol className={styles.lines}>
          {value.map((text, place) => (
            <li key={place} className={styles.line}>
              <TextAreaField
                id={lineId(place)}
                label={`${capital(one)} ${place + 1}`}
                value={text}
                error={problems[`${field}.${place}`]}
                // One line each, however long: a pasted break becomes a space.
                onChange={(next) => set(place, next.replace(/\s*\n\s*/g, ' '))}
              />
              <span className={styles.lineActs}>
                {ordered && (
                  <>
                    <IconButton
                      icon="chevronUp"
                      label={`Move ${one} ${place + 1} up`}
                      disabled={place === 0}
                      onClick={() => move(place, place - 1)}
                    />
                    <IconButton
                      icon="chevronDown"
                      label={`Move ${one} ${place + 1} down`}
                      disabled={place === value.length - 1}
                      onClick={() => move(place, place + 1)}
                    />
                  </>
                )}
                <IconButton icon="close" label={`Remove ${one} ${place + 1}`} onClick={() => remove(place)} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <Button id={addId} size="s" icon="plus" onClick={add}>
        Add {one}
      </Button>
      <LiveRegion>{said}</LiveRegion>
    </div>
  );
};
