import { GeographicLevel, UpdateFrequency } from '../data-source.enums';

/** ISO 8601 repeating intervals that have a word of their own. */
const intervals: Record<string, UpdateFrequency> = {
  PT1S: UpdateFrequency.CONTINUOUS,
  P1D: UpdateFrequency.DAILY,
  P7D: UpdateFrequency.WEEKLY,
  P1W: UpdateFrequency.WEEKLY,
  'P0.5M': UpdateFrequency.WEEKLY,
  P2W: UpdateFrequency.WEEKLY,
  P1M: UpdateFrequency.MONTHLY,
  P2M: UpdateFrequency.MONTHLY,
  P3M: UpdateFrequency.QUARTERLY,
  P4M: UpdateFrequency.QUARTERLY,
  P6M: UpdateFrequency.SEMIANNUAL,
  P1Y: UpdateFrequency.ANNUAL,
  P12M: UpdateFrequency.ANNUAL,
  P2Y: UpdateFrequency.BIENNIAL,
};

const words: readonly [RegExp, UpdateFrequency][] = [
  [
    /\b(no longer|archived?|historical?|one[- ]time|never|static|irregular(ly)?|as needed|ad[- ]hoc)\b|\bnot (be )?updated/,
    UpdateFrequency.IRREGULAR,
  ],
  [/continuous|real[- ]time|hourly/, UpdateFrequency.CONTINUOUS],
  [/daily|every day/, UpdateFrequency.DAILY],
  [/biennial|every (two|2|other) years?/, UpdateFrequency.BIENNIAL],
  [/semi-?annual|bi-?annual|twice (a|per) year|every (six|6) months/, UpdateFrequency.SEMIANNUAL],
  [/weekly|every week/, UpdateFrequency.WEEKLY],
  [/quarterly|every quarter|every (three|3) months/, UpdateFrequency.QUARTERLY],
  [/monthly|every month/, UpdateFrequency.MONTHLY],
  [/annual|yearly|every year/, UpdateFrequency.ANNUAL],
];

/** How often new data appears, from what feeds write: `R/P1Y`, `Annual`, `Annual (R/P1Y)`; null when not understood. */
export function frequencyOf(periodicity: string | null): UpdateFrequency | null {
  if (!periodicity) return null;
  const interval = /R\d*\/(P[\dTYMWDHS.]+)/.exec(periodicity)?.[1];
  if (interval && Object.hasOwn(intervals, interval)) return intervals[interval]!;
  const text = periodicity.toLowerCase();
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The first and last year that a text about a time names, as `2019-01-01/2022-12-31` or `2004-2008, 2011`. */
export function yearsOf(temporal: string | null): { firstYear: number | null; lastYear: number | null } {
  const latest = new Date().getFullYear() + 10;
  const years = [...(temporal ?? '').slice(0, 1_000).matchAll(/(?<![\d.:])(1[89]\d{2}|20\d{2})(?![\d:]{1,2}(?!\d))/g)]
    .map(([, year]) => Number(year))
    .filter((year) => year <= latest);
  if (years.length === 0) return { firstYear: null, lastYear: null };
  return { firstYear: Math.min(...years), lastYear: Math.max(...years) };
}

const places: readonly [RegExp, GeographicLevel][] = [
  [
    /^(national|nationwide|united states|united states of america|u\.?s\.?a?\.?)$|(\bnational\b)/,
    GeographicLevel.NATION,
  ],
  [/\b(state-?level|(by|50|u\.?s\.?) states?|states?)\b(?! of america)/, GeographicLevel.STATE],
  [/\b(regions?|hhs region|census division)\b/, GeographicLevel.REGION],
  [/\bcount(y|ies)\b/, GeographicLevel.COUNTY],
  [/\b(city|cities|municipalit(y|ies))\b/, GeographicLevel.CITY],
  [/\bzip( code|code)?s?\b/, GeographicLevel.ZIP_CODE],
  [/\bcensus tracts?\b/, GeographicLevel.CENSUS_TRACT],
];

/** Places that a record tells apart, where its words about the area say so plainly; an area alone does not. */
export function levelsOf(spatial: string | null): GeographicLevel[] {
  if (!spatial || spatial.length > 300) return [];
  const text = spatial.toLowerCase().replace(/united states( of america)?/g, '');
  const whole = spatial.toLowerCase().trim();
  return places.filter(([pattern], place) => pattern.test(place === 0 ? whole : text)).map(([, level]) => level);
}

/** The day of a date or time in ISO 8601; null for a period, or a day that does not exist. */
export function dayOf(text: string | null): string | null {
  const [, year, month, day] = /^(\d{4})-?(\d{2})?-?(\d{2})?(?:[T\s]|$)/.exec(text ?? '') ?? [];
  if (!year) return null;
  const written = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === written && year >= '1000'
    ? written
    : null;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Plain text of a description that may be written in HTML. */
export function plainTextOf(text: string): string {
  const withoutTags = /<[a-z/][^<>]*>/i.test(text)
    ? text
        .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
        .replace(/<(br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/gi, '\n')
        .replace(/<[a-z/][^<>]*>/gi, '')
    : text;
  return withoutTags
    .replace(/&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,6});/gi, (whole, name: string) => decodeEntity(name) ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isStorable = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isStorable ? String.fromCodePoint(code) : undefined;
}
