import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { Icon } from '../icons/Icon';
import { capitalized, findWording, replaceWording, type WordingFinding, type WordingRule } from '../words/wording';
import { Button } from './Button';
import fieldStyles from './Field.module.css';
import { fieldError, fieldLabel, type FieldProps } from './fieldParts';
import styles from './SuggestWording.module.css';

export type SuggestWordingProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  suggestions: readonly WordingRule[];
  rows?: number;
  placeholder?: string;
  maxLength?: number;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

/** A text area that suggests other words, with the reason. It never rewrites and never blocks on its own. */
export const SuggestWording = ({
  value,
  onChange,
  suggestions,
  label,
  optional,
  hint,
  error,
  id: givenId,
  rows = 2,
  ref,
  ...rest
}: SuggestWordingProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const mirror = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const findings = findWording(value, suggestions, kept);
  const [first] = findings;
  const answer = (act: () => void) => {
    act();
    field.current?.focus();
  };
  return (
    <div>
      <label className={fieldStyles.label} htmlFor={id}>
        {fieldLabel(label, optional)}
      </label>
      <div className={styles.area}>
        <div className={styles.mirror} aria-hidden="true" ref={mirror}>
          {markedPieces(value, findings)}
        </div>
        <textarea
          {...rest}
          id={id}
          className={styles.input}
          rows={rows}
          value={value}
          ref={(element) => {
            field.current = element;
            if (typeof ref === 'function') ref(element);
            else if (ref) ref.current = element;
          }}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => {
            if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      {error && (
        <p className={fieldStyles.error} id={`${id}-error`}>
          {fieldError(error)}
        </p>
      )}
      {hint && (
        <p className={fieldStyles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div role="status">
        {first && (
          <div className={styles.note}>
            <Icon name="pencil" />
            <div>
              <b>Another word for “{first.words}”?</b> “{capitalized(first.rule.preferred)}” {first.rule.reason}
              <div className={styles.actions}>
                <Button size="s" onClick={() => answer(() => onChange(replaceWording(value, first)))}>
                  Use it
                </Button>
                <Button
                  size="s"
                  variant="subtle"
                  onClick={() => answer(() => setKept(new Set([...kept, first.words.toLowerCase()])))}
                >
                  Keep mine
                </Button>
              </div>
            </div>
          </div>
        )}
      </div>
    </div>
  );
};

const markedPieces = (text: string, findings: WordingFinding[]) => {
  const pieces = findings.flatMap(({ start, end, words }, place) => [
    text.slice(findings[place - 1]?.end ?? 0, start),
    <mark key={`${start}-${end}`}>{words}</mark>,
  ]);
  return [...pieces, text.slice(findings.at(-1)?.end ?? 0)];
};
