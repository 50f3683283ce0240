import { Health } from '@sos/goals-server';

/** The states of the items under a goal or an objective. An item that sub-groups share is one item. */
export interface ItemCounts {
  open: number;
  done: number;
  /** Open items by their trouble; one that is both counts in both. */
  overdue: number;
  blocked: number;
  /** Open items that are overdue, blocked or both. */
  troubled: number;
  /** Open items without an update within the window. */
  silent: number;
  /** Open items that are neither troubled nor silent: only these speak for being on track. */
  fine: number;
  /** Done within the window. */
  doneInWindow: number;
}

export const noItems: ItemCounts = {
  open: 0,
  done: 0,
  overdue: 0,
  blocked: 0,
  troubled: 0,
  silent: 0,
  fine: 0,
  doneInWindow: 0,
};

/**
 * The thresholds, as shares of the open items:
 * - more than half silent: nothing is said;
 * - a third or more overdue or blocked: off track;
 * - an eighth or more overdue or blocked, or fewer than two thirds heard of and free of trouble: at risk;
 * - otherwise on track. So silence alone can take a goal from on track to at risk, and never the other way.
 */
export const thresholds = { silent: 1 / 2, offTrack: 1 / 3, atRisk: 1 / 8, fine: 2 / 3 };

/** What the items say of a goal: its health, or null when they say too little, and why in one sentence. */
export function computeHealth(counts: ItemCounts, windowDays: number): { health: Health | null; explanation: string } {
  const { open, done, silent, troubled, fine } = counts;
  if (open === 0 && done === 0) return { health: null, explanation: 'No action items yet.' };
  if (open === 0) return { health: Health.ON_TRACK, explanation: allDone(done) };
  if (silent > open * thresholds.silent) {
    const because = `Not enough reports: ${ofOpen(silent, open)} had no update in ${windowDays} days`;
    return { health: null, explanation: `${[because, ...trouble(counts)].join('; ')}.` };
  }
  if (troubled >= open * thresholds.offTrack)
    return { health: Health.OFF_TRACK, explanation: explain(counts, windowDays) };
  const isAtRisk = troubled >= open * thresholds.atRisk || fine < open * thresholds.fine;
  return { health: isAtRisk ? Health.AT_RISK : Health.ON_TRACK, explanation: explain(counts, windowDays) };
}

/** Whether too few items report for the work to say anything. */
export const isSilentGoal = ({ open, silent }: ItemCounts): boolean => silent > open * thresholds.silent;

/** How many items were heard of within the window, of those that could have been. */
export function computeReporting(counts: ItemCounts): { reported: number; total: number; silent: number } {
  const total = counts.open + counts.doneInWindow;
  return { reported: total - counts.silent, total, silent: counts.silent };
}

function explain(counts: ItemCounts, windowDays: number): string {
  const { open, overdue, blocked, silent } = counts;
  const parts: string[] = [];
  if (overdue > 0) parts.push(`${ofOpen(overdue, open)} ${are(overdue)} overdue`);
  if (blocked > 0) parts.push(`${overdue > 0 ? blocked : ofOpen(blocked, open)} ${are(blocked)} blocked`);
  if (silent > 0) {
    parts.push(`${parts.length > 0 ? silent : ofOpen(silent, open)} had no update in ${windowDays} days`);
  }
  if (parts.length === 0) return open === 1 ? 'The open item is in time.' : `All ${open} open items are in time.`;
  return `${sentenceOf(parts)}.`;
}

const trouble = ({ overdue, blocked }: ItemCounts): string[] => [
  ...(overdue > 0 ? [`${overdue} ${are(overdue)} overdue`] : []),
  ...(blocked > 0 ? [`${blocked} ${are(blocked)} blocked`] : []),
];

const ofOpen = (count: number, open: number): string => `${count} of ${open} open ${open === 1 ? 'item' : 'items'}`;
const are = (count: number): string => (count === 1 ? 'is' : 'are');
const allDone = (done: number): string => (done === 1 ? 'The one item is done.' : `All ${done} items are done.`);

/** `a`, `a and b`, `a, b and c`. */
const sentenceOf = (parts: readonly string[]): string =>
  parts.length === 1 ? parts[0]! : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
