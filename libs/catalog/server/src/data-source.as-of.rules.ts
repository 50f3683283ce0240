import { AsOfFieldKind } from '@sos/activity-server';
import type { Calendar } from '@sos/platform-server';
import type { DataSource } from './data-source.types';
import { readDataset } from './import/dataset.rules';

/** What the trail keeps of a data source: its facts, with people and agencies by id. */
export type SourceFacts = Omit<DataSource, 'stewardAgency' | 'stewardPerson' | 'publisherAgency' | 'feed'> & {
  stewardAgencyId: string | null;
  stewardPersonId: string | null;
  publisherAgencyId: string | null;
  feedKey: string;
};

export function factsOf({ stewardAgency, stewardPerson, publisherAgency, feed, ...facts }: DataSource): SourceFacts {
  return {
    ...facts,
    stewardAgencyId: stewardAgency?.id ?? null,
    stewardPersonId: stewardPerson?.id ?? null,
    publisherAgencyId: publisherAgency?.id ?? null,
    feedKey: feed.key,
  };
}

/** An import keeps the record as its feed had it; what the hub made of it is made again by the same rules. */
export function factsFromTrail(before: Record<string, unknown>, feedKey: string): Record<string, unknown> {
  if (!('record' in before)) return before;
  const { record } = readDataset(before.record, feedKey);
  const { withdrawnAt } = before;
  return record ? { ...record, updateFrequency: record.updateFrequency ?? 'unknown', withdrawnAt } : { withdrawnAt };
}

type Words = string | number | null | readonly string[];

interface ShownFact {
  name: keyof SourceFacts;
  label: string;
  kind: AsOfFieldKind;
  words: (facts: SourceFacts, names: ReadonlyMap<string, string>, calendar: Calendar) => Words;
}

const { TEXT, LIST, DATE } = AsOfFieldKind;

/** Where the page says it otherwise than the record. */
const otherWords: Record<string, string> = {
  annual: 'Yearly',
  biennial: 'Every 2 years',
  'non-public': 'Restricted',
  public: 'Open',
  'restricted public': 'By request',
  semiannual: 'Twice a year',
  unknown: 'Not known',
  zip_code: 'ZIP code',
};

const sentence = (word: string): string => {
  const plain = otherWords[word] ?? word.replaceAll('_', ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};

const text = (name: keyof SourceFacts, label: string): ShownFact => ({
  name,
  label,
  kind: TEXT,
  words: (facts) => facts[name] as Words,
});
const list = (name: keyof SourceFacts, label: string): ShownFact => ({ ...text(name, label), kind: LIST });
const word = (name: keyof SourceFacts, label: string): ShownFact => ({
  ...text(name, label),
  words: (facts) => sentence(String(facts[name] ?? '')),
});
const named = (name: 'stewardAgencyId' | 'stewardPersonId', label: string): ShownFact => ({
  ...text(name, label),
  words: (facts, names) => names.get(facts[name] ?? '') ?? null,
});

/** The facts that a person looks for, in the order of the source’s page. */
export const shownFacts: readonly ShownFact[] = [
  text('title', 'Title'),
  text('acronym', 'Acronym'),
  text('description', 'Description'),
  text('recordUnit', 'What one record is'),
  text('publisherName', 'Publisher'),
  named('stewardAgencyId', 'Steward agency'),
  named('stewardPersonId', 'Steward person'),
  text('stewardUnit', 'Unit'),
  text('contactName', 'Contact'),
  text('contactEmail', 'Contact’s e-mail address'),
  word('accessLevel', 'Access'),
  list('accessRoute', 'Steps to get access'),
  text('rights', 'Terms of use'),
  text('legalBasis', 'Legal basis'),
  text('license', 'License'),
  text('suppressionPractice', 'How small counts are treated'),
  list('knownLimits', 'Known limits'),
  list('questions', 'Questions it answers'),
  list('themes', 'Topics'),
  list('keywords', 'Keywords'),
  word('updateFrequency', 'Update frequency'),
  text('lag', 'Lag'),
  text('lagDays', 'Lag in days'),
  { ...list('geographicLevels', 'Places'), words: ({ geographicLevels }) => geographicLevels.map(sentence) },
  text('spatial', 'Area'),
  text('firstYear', 'First year'),
  text('lastYear', 'Last year'),
  text('temporal', 'Period'),
  {
    ...list('breakdowns', 'Breakdowns'),
    words: ({ breakdowns }) =>
      Object.entries(breakdowns).flatMap(([by, state]) =>
        state === 'unknown' ? [] : `${sentence(spaced(by))}: ${state}`,
      ),
  },
  text('landingPage', 'Web page about the source'),
  {
    ...list('distributions', 'Files and pages'),
    words: ({ distributions }) =>
      distributions.map((way) => [way.title, way.format, way.downloadUrl ?? way.accessUrl].filter(Boolean).join(', ')),
  },
  text('modified', 'Last changed, by its publisher'),
  {
    ...text('withdrawnAt', 'Left its feed'),
    kind: DATE,
    words: ({ withdrawnAt }, _names, calendar) => withdrawnAt && calendar.dayOf(new Date(withdrawnAt)),
  },
];

const spaced = (camelCase: string): string => camelCase.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
