import { type FieldProblems, type Intent, useDraft } from '@sos/platform-web';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { problemsOf } from './checkValues';
import { mergeSaved } from './mergeSaved';
import type { SourceForm } from './sourceFormContext';
import { type SourceField, type SourceValues, withoutEmptyRows } from './sourceValues';

/** What is kept on this computer: with the version it was begun from, so that a stale one is found out. */
type Kept = { version: number | null; base: SourceValues; values: SourceValues };

export type Sent =
  | { kind: 'saved' }
  | { kind: 'stale'; version: number; current: SourceValues }
  | { kind: 'refused'; message: string; fields: FieldProblems };

type Options = {
  draftKey: string;
  version: number | null;
  base: SourceValues;
  /** `base`: what was saved when the writing began, for undo. */
  send: (values: SourceValues, intent: Intent, version: number | null, base: SourceValues) => Promise<Sent>;
};

const parse = (text: string, otherwise: Kept): Kept => {
  try {
    const kept = JSON.parse(text) as Partial<Kept>;
    // A field that a later release added is not in an older draft.
    if (kept.values && kept.base)
      return {
        version: kept.version ?? null,
        base: { ...otherwise.base, ...kept.base },
        values: { ...otherwise.values, ...kept.values },
      };
  } catch {
    // A draft that can't be read is no draft.
  }
  return otherwise;
};

export const useSourceForm = ({ draftKey, version, base, send }: Options) => {
  const initial = useMemo<Kept>(() => ({ version, base, values: base }), [version, base]);
  const draft = useDraft(draftKey, JSON.stringify(initial));
  const kept = useMemo(() => parse(draft.text, initial), [draft.text, initial]);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [message, setMessage] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Partial<SourceValues>>({});
  const [mine, setMine] = useState<Partial<SourceValues>>({});
  const [taken, setTaken] = useState<SourceField[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [wasRestored, setWasRestored] = useState(draft.wasRestored);
  const form = useRef<HTMLFormElement>(null);
  const { wantFocus } = useFocusOnFirstProblem(form);

  const keep = (changes: Partial<Kept>) => draft.setText(JSON.stringify({ ...kept, ...changes }));
  const forget = (field: SourceField) =>
    setProblems((found) =>
      Object.fromEntries(Object.entries(found).filter(([path]) => path !== field && !path.startsWith(`${field}.`))),
    );
  const change: SourceForm['change'] = (field, value) => {
    forget(field);
    // From the latest values: one act may change two fields.
    latest.current = { ...latest.current, [field]: value };
    keep({ values: latest.current });
  };
  const latest = useRef(kept.values);
  useEffect(() => {
    latest.current = kept.values;
  });

  const submit = async () => {
    if (isBusy) return;
    const values = withoutEmptyRows(kept.values);
    keep({ values });
    const found = problemsOf(values);
    setProblems(found);
    setMessage(null);
    if (Object.keys(found).length > 0) return wantFocus();
    setIsBusy(true);
    const sent = await send(values, draft.intent, kept.version, kept.base);
    setIsBusy(false);
    if (sent.kind === 'saved') return draft.clear();
    if (sent.kind === 'refused') {
      setProblems(sent.fields);
      setMessage(sent.message);
      return wantFocus();
    }
    const merged = mergeSaved(kept.base, values, sent.current);
    keep({ version: sent.version, base: sent.current, values: merged.values });
    setTheirs(Object.fromEntries(merged.conflicts.map((field) => [field, sent.current[field]])));
    setMine(Object.fromEntries(merged.conflicts.map((field) => [field, values[field]])));
    setTaken(merged.taken);
    setMessage('stale');
  };

  const context: SourceForm = {
    values: kept.values,
    change,
    problems,
    theirs,
    mine,
  };
  const startOver = () => {
    draft.clear();
    setProblems({});
    setTheirs({});
    setMessage(null);
    setWasRestored(false);
    form.current?.querySelector<HTMLElement>('input')?.focus();
  };
  return {
    form,
    context,
    submit,
    isBusy,
    problems,
    message,
    theirs,
    taken,
    keptNote: draft.keptNote,
    wasRestored,
    startOver,
  };
};

/** After a refusal, focus goes to the first field that needs a hand. */
const useFocusOnFirstProblem = (form: RefObject<HTMLFormElement | null>) => {
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    if (wanted > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [wanted, form]);
  return { wantFocus: () => setWanted((count) => count + 1) };
};
