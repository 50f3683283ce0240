import { urlFlag, urlText, useHotkeys, useUrlState } from '@sos/platform-web';
import { useState } from 'react';

const parts = { update: urlText(), all: urlFlag() };

const buttonOf = (reference: string) =>
  document.querySelector<HTMLElement>(`[data-item="${CSS.escape(reference)}"] button[aria-expanded]`);

/** Focus goes to the row's own button, so that Enter opens it and its name is spoken. */
const focusRow = (reference: string | null | undefined) => {
  const target = (reference && buttonOf(reference)) || document.querySelector<HTMLElement>('main h1');
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
};

/**
 * Which row is the current one and whose panel is open. The open panel lives in the address (`?update=PS-19`), so that
 * a link in an e-mail leads to it; `all` goes through what is due, one after the other. The most urgent item waits
 * with its panel open, so that its update takes three steps: status, sentence, post.
 * @param mostUrgent The item that is ready when the page opens; none when nothing is overdue.
 */
export const useWorkPanel = (references: readonly string[], due: readonly string[], mostUrgent: string | undefined) => {
  const [{ update: named, all }, setUrl] = useUrlState(parts);
  // Once the person has acted, nothing opens by itself any more, whatever becomes the most urgent.
  const [ready, setReady] = useState(mostUrgent ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const update = named || (references.includes(ready) ? ready : '');
  const current = update || (chosen !== null && references.includes(chosen) ? chosen : (references[0] ?? null));

  const open = (reference: string, goThroughAll = false) => {
    setReady('');
    setChosen(reference);
    setUrl({ update: reference, all: goThroughAll });
  };
  const close = (next: string | null | undefined = update) => {
    setReady('');
    setChosen(next ?? null);
    setUrl({ update: '', all: false });
    focusRow(next);
  };
  const goOn = () => {
    const nextDue = all ? due[due.indexOf(update) + 1] : undefined;
    if (nextDue !== undefined) return open(nextDue, true);
    const at = references.indexOf(update);
    close(references[at + 1] ?? references[at - 1]);
  };
  const move = (by: 1 | -1) => {
    const next = references[references.indexOf(current ?? '') + by];
    if (next === undefined) return;
    setReady('');
    setChosen(next);
    if (named) setUrl({ update: '', all: false });
    focusRow(next);
  };

  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    u: () => current && (named ? close() : open(current)),
    escape: () => update && close(),
  });

  return {
    current,
    openReference: update,
    /** Opened by nobody yet: the focus stays where the page begins. */
    isWaiting: named === '' && update !== '',
    step: all && due.includes(update) ? `${due.indexOf(update) + 1} of ${due.length}` : null,
    open,
    close,
    goOn,
    openAll: () => due[0] !== undefined && open(due[0], true),
  };
};

export type WorkPanel = ReturnType<typeof useWorkPanel>;
