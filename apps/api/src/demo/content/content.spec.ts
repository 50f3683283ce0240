import { expect, test } from '@jest/globals';

import {
  actionItems,
  agencies,
  dataSources,
  focusItems,
  goals,
  healthDeclarations,
  objectives,
  people,
  seats,
  THEMES,
  vocabulary,
  workgroupHistory,
  type ActionItemContent,
} from '.';

const agencyKeys = new Set(agencies.map((agency) => agency.key));
const peopleByKey = new Map(people.map((person) => [person.key, person]));
const objectivesByKey = new Map(objectives.map((objective) => [objective.key, objective]));
const focusBySlug = new Map(focusItems.map((focus) => [focus.slug, focus]));
const sourceIdentifiers = new Set(dataSources.map((source) => source.identifier));
const subGroupSlugs = workgroupHistory.current.subGroups.map((subGroup) => subGroup.slug);

const unique = (values: unknown[]) => expect(values.length).toBe(new Set(values).size);
const allIn = (values: Iterable<string>, known: { has(value: string): boolean }) =>
  expect([...values].filter((value) => !known.has(value))).toEqual([]);

const latest = (item: ActionItemContent) => item.updates.at(-1);
const statusOf = (item: ActionItemContent) => latest(item)?.status ?? 'not_started';
const open = actionItems.filter((item) => statusOf(item) !== 'done');
const agencyOf = (person: string) => peopleByKey.get(person)?.agency;

test('agencies and people are unique and refer to each other', () => {
  unique(agencies.map((agency) => agency.key));
  unique(agencies.map((agency) => agency.name));
  unique(agencies.map((agency) => agency.abbreviation));
  expect(agencies.filter((agency) => agency.kind === 'state').length).toBeGreaterThanOrEqual(12);
  expect(people).toHaveLength(30);
  unique(people.map((person) => person.key));
  unique(people.map((person) => person.fullName));
  for (const person of people) expect(person.key).toMatch(/^[a-z]+\.[a-z]+$/);
  allIn(
    people.flatMap((person) => [person.agency, ...(person.dataStewardOf ?? [])]),
    agencyKeys,
  );
  expect(people.filter((person) => person.demonstrationRole).length).toBeGreaterThanOrEqual(6);
  expect(people.filter((person) => person.administrator)).toHaveLength(1);
  expect(people.filter((person) => person.staff)).toHaveLength(1);
});

test('seats are held by people of their agency, one chair and one co-chair each', () => {
  for (const seat of seats) {
    expect(agencyKeys.has(seat.agency)).toBe(true);
    for (const person of [seat.person, seat.alternate]) if (person) expect(agencyOf(person)).toBe(seat.agency);
    if (seat.endsOn !== undefined) expect(seat.endsOn).toBeGreaterThan(seat.startsOn);
  }
  const current = seats.filter((seat) => seat.endsOn === undefined || seat.endsOn > 0);
  for (const body of ['workgroup', ...subGroupSlugs]) {
    const ofBody = current.filter((seat) => seat.body === body);
    expect(ofBody.filter((seat) => seat.role === 'chair')).toHaveLength(1);
    expect(ofBody.filter((seat) => seat.role === 'co_chair')).toHaveLength(1);
    expect(ofBody.length).toBeGreaterThanOrEqual(10);
    unique(ofBody.flatMap((seat) => seat.person ?? []));
  }
  expect(current.filter((seat) => !seat.person)).toHaveLength(2);
  expect(seats.length - current.length).toBeGreaterThanOrEqual(1);
});

test('ten focus items in sixteen listings, three goals, fifteen objectives', () => {
  expect(focusItems).toHaveLength(10);
  unique(focusItems.map((focus) => focus.slug));
  expect(focusItems.flatMap((focus) => focus.listings)).toHaveLength(16);
  expect(subGroupSlugs).toEqual(['harm-reduction', 'upstream-prevention', 'public-safety']);
  expect(workgroupHistory.predecessor.goals).toHaveLength(7);
  expect(workgroupHistory.predecessor.taskForces).toHaveLength(4);
  expect(goals.map((goal) => goal.number)).toEqual([1, 2, 3]);
  expect(objectives).toHaveLength(15);
  unique(objectives.map((objective) => objective.key));
  for (const objective of objectives) {
    expect(objective.key).toMatch(/^[123]\.[1-5]$/);
    expect(agencyKeys.has(objective.leadAgency)).toBe(true);
    allIn(objective.focusItems, focusBySlug);
    expect(objective.dueOn).toBeGreaterThan(objective.startsOn);
  }
});

test('health is declared by known people on known goals and objectives', () => {
  for (const { of, by, day } of healthDeclarations) {
    const [kind, key = ''] = of.split(':');
    expect(kind === 'goal' ? goals.some((goal) => String(goal.number) === key) : objectivesByKey.has(key)).toBe(true);
    expect(peopleByKey.has(by)).toBe(true);
    expect(day).toBeLessThan(0);
  }
  const last = (of: string) =>
    healthDeclarations.filter((declaration) => declaration.of === of).sort((a, b) => b.day - a.day)[0];
  expect(last('goal:3')).toMatchObject({ health: 'at_risk', day: -57, by: 'jordan.whitfield' });
  expect(last('goal:2')).toMatchObject({ health: 'on_track', day: -16 });
  expect(last('goal:1')).toMatchObject({ day: -85 });
});

test('sixty action items refer to what exists and to what carries them', () => {
  expect(actionItems.map((item) => item.number)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  unique(actionItems.map((item) => item.title));
  expect(new Set(actionItems.map((item) => item.objective)).size).toBe(15);
  expect(new Set(actionItems.map((item) => item.focusItem)).size).toBe(10);
  expect(new Set(actionItems.map((item) => item.leadAgency)).size).toBeGreaterThanOrEqual(12);
  const holders = new Set(seats.filter((seat) => (seat.endsOn ?? 1) > 0).map((seat) => seat.person));
  for (const item of actionItems) {
    expect(objectivesByKey.get(item.objective)?.focusItems).toContain(item.focusItem);
    expect(focusBySlug.get(item.focusItem)?.listings).toContain(item.subGroup);
    expect(item.dueOn).toBeGreaterThan(item.startOn);
    expect(item.dueOn).toBeGreaterThanOrEqual(-60);
    expect(item.dueOn).toBeLessThanOrEqual(180);
    expect(item.title.split(' ').length).toBeGreaterThanOrEqual(5);
    expect(item.title.split(' ').length).toBeLessThanOrEqual(12);
    expect(item.supportingAgencies).not.toContain(item.leadAgency);
    unique(item.supportingAgencies);
    allIn([item.leadAgency, ...item.supportingAgencies], agencyKeys);
    allIn(item.dataSources, sourceIdentifiers);
    expect(item.assignees.length).toBeGreaterThan(0);
    expect(agencyOf(item.assignees[0] ?? '')).toBe(item.leadAgency);
    for (const assignee of item.assignees) {
      expect(holders.has(assignee)).toBe(true);
      expect([item.leadAgency, ...item.supportingAgencies]).toContain(agencyOf(assignee));
    }
  }
});

test('updates run forward, within the item, by an assignee or a colleague of the lead agency', () => {
  for (const item of actionItems) {
    let previous = item.startOn;
    for (const { day, by, helpWantedFrom = [], note } of item.updates) {
      expect(day).toBeGreaterThanOrEqual(previous);
      expect(day).toBeLessThanOrEqual(0);
      expect(note).toMatch(/^[A-Z].*\.$/);
      expect(item.assignees.includes(by) || agencyOf(by) === item.leadAgency).toBe(true);
      allIn(helpWantedFrom, agencyKeys);
      previous = day;
    }
    expect(item.updates.slice(0, -1).every((update) => update.status !== 'done')).toBe(true);
    if (item.startOn > 0) expect(item.updates).toEqual([]);
  }
  expect(actionItems.flatMap((item) => item.updates).length).toBeGreaterThanOrEqual(170);
});

test('the story is as told: done, blocked, overdue, due soon, silent, not started', () => {
  const withStatus = (status: string) => actionItems.filter((item) => statusOf(item) === status);
  const overdue = open.filter((item) => item.dueOn < 0);
  const dueSoon = open.filter((item) => item.dueOn >= 0 && item.dueOn <= 14);
  expect(withStatus('done')).toHaveLength(14);
  expect(withStatus('blocked')).toHaveLength(7);
  expect(withStatus('not_started')).toHaveLength(12);
  expect(overdue).toHaveLength(9);
  expect(dueSoon).toHaveLength(10);
  expect(open.filter((item) => (latest(item)?.day ?? -Infinity) < -30)).toHaveLength(16);
  expect(withStatus('blocked').filter((item) => latest(item)?.helpWantedFrom).length).toBeGreaterThanOrEqual(5);

  const ofAna = (items: ActionItemContent[]) => items.filter((item) => item.assignees.includes('ana.reyes'));
  expect(ofAna(overdue)).toHaveLength(2);
  expect(ofAna(dueSoon)).toHaveLength(4);
  const askedOfHer = open.filter(
    (item) => latest(item)?.helpWantedFrom?.includes('dhcs') && !item.assignees.includes('ana.reyes'),
  );
  expect(askedOfHer.length).toBeGreaterThanOrEqual(2);
});

test('data sources are complete and fit for a public catalog', () => {
  expect(dataSources.length).toBeGreaterThanOrEqual(70);
  unique(dataSources.map((source) => source.identifier));
  unique(dataSources.map((source) => source.title));
  for (const source of dataSources) {
    expect(source.identifier).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    allIn([source.publisherAgency, source.stewardAgency ?? source.publisherAgency], agencyKeys);
    if (source.stewardPerson)
      expect(agencyOf(source.stewardPerson)).toBe(source.stewardAgency ?? source.publisherAgency);
    allIn(source.themes, new Set<string>(THEMES));
    expect(source.themes.length).toBeGreaterThanOrEqual(1);
    expect(source.themes.length).toBeLessThanOrEqual(3);
    unique(source.keywords.map((keyword) => keyword.toLowerCase()));
    expect(source.keywords.length).toBeGreaterThanOrEqual(5);
    expect(source.keywords.length).toBeLessThanOrEqual(10);
    for (const list of [source.accessRoute, source.knownLimits, source.questions, source.geographicLevels])
      expect(list.length).toBeGreaterThan(0);
    for (const url of [source.landingPage, ...source.distributions.map((distribution) => distribution.accessUrl)])
      if (url) expect(url).toMatch(/^https:\/\/[^\s]+$/);
    if (source.accessLevel === 'public') {
      expect(URL.canParse(source.landingPage ?? '')).toBe(true);
      expect(source.distributions.length).toBeGreaterThan(0);
    }
    if (source.firstYear && source.lastYear) expect(source.lastYear).toBeGreaterThanOrEqual(source.firstYear);
    expect(source.modified).toBeLessThan(0);
    expect(source.sourceReference.length).toBeGreaterThan(0);
  }
});

test('the vocabulary has one entry for each preferred word', () => {
  expect(vocabulary.length).toBeGreaterThanOrEqual(70);
  unique(vocabulary.map(({ preferred }) => preferred.toLowerCase()));
  for (const { preferred, synonyms } of vocabulary) unique([preferred, ...synonyms].map((word) => word.toLowerCase()));
});

test('the words put people first', () => {
  const avoid =
    /\b(addicts?|junkies?|druggies?|drug users?|substance abusers?|drug abusers?|abusers?|drug abuse|substance abuse|opioid abuse|alcoholics?|drug habit|(stay|stayed|got) clean|(clean|dirty) (test|urine|time|needles?|drug screen)|opioid (replacement|substitution)|drug offenders?|felons?|convicts?|inmates?|(addicted|crack) bab(y|ies)|born addicted|drug[- ]seeking|doctor shopping|frequent flyers?|tweakers?|crackheads?|zombie drug|drug[- ]infested|the homeless|committed suicide|relapsed?|suffering from)\b/i;
  // Names of bodies and systems stay as they are, and so do the titles of what a fact rests on.
  const officialNames = /Substance Abuse and Mental Health Services Administration|Drug Abuse Warning Network/g;
  const found: string[] = [];
  const read = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (avoid.test(value.replace(officialNames, ''))) found.push(`${path}: ${value}`);
    } else if (value && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        if (key !== 'sourceReference' && key !== 'synonyms') read(inner, `${path}.${key}`);
    }
  };
  read(
    {
      actionItems,
      agencies,
      dataSources,
      focusItems,
      goals,
      healthDeclarations,
      objectives,
      people,
      vocabulary,
      workgroupHistory,
    },
    'content',
  );
  expect(found).toEqual([]);
});
