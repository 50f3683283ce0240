import type { Hit, HitKind } from './search.query';

const kindLabels: Record<HitKind, string> = {
  ACTION_ITEM: 'Action items',
  GOAL: 'Goals',
  OBJECTIVE: 'Objectives',
  FOCUS_ITEM: 'Focus items',
  SUB_GROUP: 'Sub-groups',
  DATA_SOURCE: 'Data sources',
  AGENCY: 'Agencies',
  PERSON: 'People',
};

export type HitGroup<Member> = { kind: HitKind; label: string; hits: Member[] };

/** By kind; the kind of the best hit comes first, and the order within a kind stays. */
export const groupHits = <Member extends Pick<Hit, 'kind'>>(hits: readonly Member[]): HitGroup<Member>[] =>
  [...new Set(hits.map(({ kind }) => kind))].map((kind) => ({
    kind,
    label: kindLabels[kind],
    hits: hits.filter((hit) => hit.kind === kind),
  }));
