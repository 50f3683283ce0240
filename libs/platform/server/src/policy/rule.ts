import type { Viewer } from '../viewer';

/** What a person must have for a ground to hold. Whoever explains an answer looks up by it which seat or grant that is. */
export type Holding =
  | { kind: 'signed in' | 'staff' | 'administrator' | 'workgroup chair' }
  | { kind: 'chair' | 'seat'; subGroupIds: readonly string[] }
  | { kind: 'represents' | 'data steward'; agencyIds: readonly string[] }
  | { kind: 'in person'; personIds: readonly string[] };

/** One reason that is enough to be allowed something. */
export interface Ground<Subject> {
  /** Follows a name: `is assigned to the item`. */
  readonly words: string;
  holds(viewer: Viewer, subject: Subject): boolean;
  /** All of them are needed. Asked only to explain, never to decide. */
  asks(subject: Subject): Holding[];
}

interface RuleParts<Subject> {
  /** Follows "may": `post updates on it`. */
  act: string;
  /** What must be true of the thing itself, whoever asks; the words say what is wrong when it is not. */
  when?: { holds(subject: Subject): boolean; otherwise: string };
  /** Must allow too, before any ground counts: whoever may not see a thing may do nothing to it. */
  needs?: Rule<Subject>;
  grounds: readonly Ground<Subject>[];
  /** Who can do it, for a refusal. */
  whoCan: string;
}

/** The answer of a rule with its reasons. */
export interface RuleAnswer {
  allowed: boolean;
  /** Why nobody may, as the thing stands; null when it is open to those who have a ground. */
  closed: string | null;
  /** The answer of the rule that must allow first; null where there is none. */
  needed: RuleAnswer | null;
  grounds: { words: string; holds: boolean; asks: Holding[] }[];
}

/** Who may do something to a thing: any one ground is enough. The same grounds decide and explain. */
export class Rule<Subject> {
  readonly act: string;
  readonly whoCan: string;

  constructor(private readonly parts: RuleParts<Subject>) {
    this.act = parts.act;
    this.whoCan = parts.whoCan;
  }

  readonly allows = (viewer: Viewer, subject: Subject): boolean => {
    const { when, needs, grounds } = this.parts;
    if (when && !when.holds(subject)) return false;
    if (needs && !needs.allows(viewer, subject)) return false;
    // A loop rather than `some`: lists ask it for each of their rows.
    for (const ground of grounds) if (ground.holds(viewer, subject)) return true;
    return false;
  };

  explain(viewer: Viewer, subject: Subject): RuleAnswer {
    const { when, needs, grounds } = this.parts;
    const told = grounds.map((ground) => ({
      words: ground.words,
      holds: ground.holds(viewer, subject),
      asks: ground.asks(subject),
    }));
    const closed = when && !when.holds(subject) ? when.otherwise : null;
    const needed = needs?.explain(viewer, subject) ?? null;
    const allowed = closed === null && (needed?.allowed ?? true) && told.some(({ holds }) => holds);
    return { allowed, closed, needed, grounds: told };
  }
}
