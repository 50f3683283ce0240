import { Button, SuggestWording } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { wordingRules } from '../words/wordingRules';
import styles from './DeclareHealthForm.module.css';
import { DeclareTrouble } from './DeclareTrouble';
import { HealthRadios } from './HealthRadios';
import { lapseOf } from './declarationWords';
import { StandingNow } from './StandingNow';
import type { HealthSubject } from './subject';
import { useDeclareHealthForm } from './useDeclareHealthForm';

type DeclareHealthFormProps = { subject: HealthSubject; onDeclared: () => void; onCancel: () => void };

export const DeclareHealthForm = ({ subject, onDeclared, onCancel }: DeclareHealthFormProps) => {
  const { health, choose, draft, write, problems, refusals, trouble, isSending, declare } = useDeclareHealthForm(
    subject,
    onDeclared,
  );
  const { today } = useHub();
  const firstRadio = useRef<HTMLInputElement>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    if (problems.health) firstRadio.current?.focus();
    else if (problems.reason) reason.current?.focus();
    // Only a new refusal moves the focus.
  }, [refusals]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void declare();
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void declare();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={submitByKey} noValidate>
      <div className={styles.columns}>
        <div className={styles.fields}>
          <HealthRadios value={health} onChange={choose} error={problems.health} firstRef={firstRadio} />
          <SuggestWording
            ref={reason}
            label="Reason"
            name="reason"
            hint={`Every agency reads it. It speaks until ${lapseOf(today)}, or until the next declaration.`}
            rows={4}
            value={draft.text}
            onChange={write}
            suggestions={wordingRules}
            error={problems.reason}
          />
        </div>
        <StandingNow subject={subject} />
      </div>
      {trouble && <DeclareTrouble trouble={trouble} />}
      <div className={styles.foot}>
        <span className={styles.kept}>{draft.keptNote}</span>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" shortcut="Ctrl+Enter" busy={isSending}>
          Declare health
        </Button>
      </div>
    </form>
  );
};
