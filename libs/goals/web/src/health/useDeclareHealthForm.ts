import { type Health, useToast } from '@sos/platform-ui';
import { type Failure, readFailure, useDraft, wasDoneBefore } from '@sos/platform-web';
import { useState } from 'react';
import type { Declaration } from './standing';
import type { HealthSubject } from './subject';
import { useDeclareHealth } from './useDeclareHealth';

/** Why nothing is declared. The words stay where they are in every case. */
export type Trouble =
  { kind: 'stale'; current: Declaration } | { kind: 'refused'; message: string } | { kind: 'failed'; failure: Failure };
export type Problems = { health?: string; reason?: string };
/** Counted, so that focus moves once for each refusal and not while words are being mended. */
type Refused = { problems: Problems; times: number };

const problemsOf = (health: Health | null, reason: string): Problems => ({
  ...(health ? {} : { health: 'Choose how it stands.' }),
  ...(reason.trim() ? {} : { reason: 'Write the reason in a sentence.' }),
});

export const useDeclareHealthForm = (subject: HealthSubject, onDeclared: () => void) => {
  const [health, setHealth] = useState<Health | null>(null);
  const draft = useDraft(`health:${subject.kind}:${subject.id}`);
  // What the chair saw when the form opened; the page behind may learn of a newer one at any time.
  const [seenId, setSeenId] = useState(subject.declaredHealth?.id ?? null);
  const [{ problems, times }, setRefused] = useState<Refused>({ problems: {}, times: 0 });
  const refuse = (found: Problems) => setRefused((before) => ({ problems: found, times: before.times + 1 }));
  const mend = (field: keyof Problems) =>
    setRefused((before) => ({ ...before, problems: { ...before.problems, [field]: undefined } }));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSending, setIsSending] = useState(false);
  const declareHealth = useDeclareHealth(subject);
  const toast = useToast();

  const settle = async (chosen: Health): Promise<void> => {
    const words = { health: chosen, reason: draft.text.trim(), expectedDeclarationId: seenId };
    const answer = await declareHealth(words, draft.intent);
    if (answer.kind === 'declared') {
      draft.clear();
      toast({ message: 'Health declared' });
      onDeclared();
    } else if (answer.kind === 'stale') {
      setSeenId(answer.current.id);
      setTrouble(answer);
    } else if (wasDoneBefore(answer.fields)) {
      // Their own earlier try was declared: sent as another act, it is met as a newer one.
      draft.intent.renew();
      await settle(chosen);
    } else if (answer.fields['health'] || answer.fields['reason']) refuse(answer.fields);
    else setTrouble({ kind: 'refused', message: answer.message });
  };

  const declare = async () => {
    const found = problemsOf(health, draft.text);
    refuse(found);
    if (!health || found.reason || isSending) return;
    setTrouble(null);
    setIsSending(true);
    try {
      await settle(health);
    } catch (error) {
      setTrouble({ kind: 'failed', failure: readFailure(error) });
    } finally {
      setIsSending(false);
    }
  };

  // What is mended is no problem any more; the other field's stays.
  const choose = (chosen: Health) => {
    setHealth(chosen);
    mend('health');
  };
  const write = (reason: string) => {
    draft.setText(reason);
    mend('reason');
  };

  return { health, choose, draft, write, problems, refusals: times, trouble, isSending, declare };
};
