import { Injectable } from '@nestjs/common';
import type { Viewer } from '../viewer';
import type { Rule, RuleAnswer } from './rule';

/** One thing that may be done to something, ready to be asked for anybody. */
export interface AccessQuestion {
  /** Follows "may": `edit it`. */
  act: string;
  whoCan: string;
  answer(viewer: Viewer): RuleAnswer;
}

/** Something that people may or may not see and change, with the questions that its rules answer. */
export interface AccessThing {
  label: string;
  /** Path within the hub. */
  path: string | null;
}

type FindThing = (uuid: string) => Promise<AccessThing | null>;
type FindQuestions = (uuid: string) => Promise<AccessQuestion[]>;

/** The rule's own answer, of what the rule itself decides by. */
export const question = <Subject>(rule: Rule<Subject>, subject: Subject): AccessQuestion => ({
  act: rule.act,
  whoCan: rule.whoCan,
  answer: (viewer) => rule.explain(viewer, subject),
});

/** The same where what is asked about depends on who asks, such as an item for the own agency. */
export const questionFor = <Subject>(rule: Rule<Subject>, subjectOf: (viewer: Viewer) => Subject): AccessQuestion => ({
  act: rule.act,
  whoCan: rule.whoCan,
  answer: (viewer) => rule.explain(viewer, subjectOf(viewer)),
});

/** What belongs to no thing: importing catalogs, giving roles. */
export const theHub = 'Hub';

/**
 * Each domain says here by which rules its things are seen and changed, so that one page explains all of them. A higher
 * domain adds its questions about a lower one's thing.
 */
@Injectable()
export class AccessQuestions {
  private readonly things = new Map<string, FindThing>();
  private readonly askers = new Map<string, FindQuestions[]>();

  thing(typeName: string, find: FindThing): void {
    this.things.set(typeName, find);
  }

  ask(typeName: string, find: FindQuestions): void {
    this.askers.set(typeName, [...(this.askers.get(typeName) ?? []), find]);
  }

  async find(typeName: string, uuid: string): Promise<AccessThing | null> {
    return (await this.things.get(typeName)?.(uuid)) ?? null;
  }

  async questionsOf(typeName: string, uuid: string): Promise<AccessQuestion[]> {
    const lists = await Promise.all((this.askers.get(typeName) ?? []).map((find) => find(uuid)));
    return lists.flat();
  }

  typeNames(): string[] {
    return [...this.things.keys()];
  }
}
