import { plainText, webAddress } from '@sos/platform-server';
import { z } from 'zod';
import { AccessLevel, BreakdownState, GeographicLevel, UpdateFrequency } from './data-source.enums';

/** A form sends an empty field as empty text: that is "not given". */
const emptyAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null));

const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyAsNull, schema.nullable());

const optionalText = (label: string, maximum: number) => optional(plainText(label, { maximum }));

const texts = (label: string, bounds: { minimum?: number; count: number; length: number }) =>
  z.preprocess(
    (value) =>
      Array.isArray(value) ? value.filter((item) => typeof item !== 'string' || item.trim() !== '') : (value ?? []),
    z
      .array(plainText(label, { minimum: 1, maximum: bounds.length }))
      .min(bounds.minimum ?? 0, `${label}: give at least one.`)
      .max(bounds.count, `${label}: at most ${bounds.count}.`)
      .transform((items) => [...new Set(items)]),
  );

const thisYear = () => new Date().getFullYear();
const year = (label: string) =>
  optional(
    z
      .number()
      .int()
      .min(1800, `${label} expects a year from 1800 on.`)
      .refine((value) => value <= thisYear() + 10, `${label} lies too far in the future.`),
  );

const distribution = z
  .object({
    title: optionalText('The title of a file or page', 300),
    description: optionalText('The description of a file or page', 2_000),
    format: optionalText('The format', 60),
    mediaType: optional(
      z
        .string()
        .trim()
        .regex(/^[-\w]+\/[-\w]+(\.[-\w]+)*(\+[-\w]+)?$/, 'The media type is written like text/csv.'),
    ),
    accessUrl: optional(webAddress('The page')),
    downloadUrl: optional(webAddress('The address of the file')),
  })
  .refine(({ accessUrl, downloadUrl }) => accessUrl !== null || downloadUrl !== null, {
    path: ['accessUrl'],
    message: 'Give the page or the address of the file.',
  });

const breakdownState = z.preprocess((value) => value ?? BreakdownState.UNKNOWN, z.enum(BreakdownState));

/**
 * What a curated record must be. Together with what the hub adds (identifier, publisher, date), every record that
 * passes is a valid dataset of DCAT-US v1.1.
 */
export const dataSourceInputSchema = z
  .object({
    title: plainText('The title', { minimum: 1, maximum: 300 }),
    acronym: optionalText('The short name', 40),
    description: plainText('The description', { minimum: 1, maximum: 10_000 }),
    recordUnit: optionalText('What one record is', 300),
    stewardUnit: optionalText('The unit', 300),
    contactName: optionalText('The contact', 200),
    contactEmail: optional(
      // Not every address that mail allows is one for DCAT-US.
      z
        .email({
          pattern: /^[\w~!$&'()*+,;=:.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/,
          error: 'The address of the contact is written like data@agency.example.',
        })
        .max(254, 'The address of the contact is too long: at most 254 characters.'),
    ),
    keywords: texts('Keywords', { minimum: 1, count: 100, length: 100 }),
    themes: texts('Topics', { minimum: 1, count: 12, length: 100 }),
    accessLevel: z.enum(AccessLevel),
    accessRoute: texts('Steps to get access', { count: 20, length: 500 }),
    rights: optionalText('The restrictions', 255),
    legalBasis: optionalText('The legal basis', 1_000),
    license: optional(webAddress('The license')),
    knownLimits: texts('Known limits', { count: 50, length: 1_000 }),
    suppressionPractice: optionalText('How small counts are hidden', 1_000),
    questions: texts('Questions', { count: 50, length: 500 }),
    updateFrequency: optional(z.enum(UpdateFrequency)),
    lag: optionalText('The lag', 200),
    lagDays: optional(
      z.number().int().min(0, 'The lag in days is 0 or more.').max(36_500, 'The lag in days is at most 36,500.'),
    ),
    spatial: optionalText('The area', 300),
    geographicLevels: z.preprocess(
      (value) => value ?? [],
      z.array(z.enum(GeographicLevel)).transform((levels) => [...new Set(levels)]),
    ),
    temporal: optionalText('The time covered', 200),
    firstYear: year('The first year'),
    lastYear: year('The last year'),
    breakdowns: z.preprocess(
      (value) => value ?? {},
      z.object({
        race: breakdownState,
        ethnicity: breakdownState,
        immigrationStatus: breakdownState,
        language: breakdownState,
        householdIncome: breakdownState,
        age: breakdownState,
        sex: breakdownState,
      }),
    ),
    landingPage: optional(webAddress('The page about the dataset')),
    distributions: z.preprocess(
      (value) => value ?? [],
      z.array(distribution).max(100, 'Files and pages: at most 100.'),
    ),
  })
  .refine(({ firstYear, lastYear }) => firstYear === null || lastYear === null || firstYear <= lastYear, {
    path: ['lastYear'],
    message: 'The last year is before the first.',
  });

/** The facts of a curated record, checked. */
export type DataSourceFacts = z.output<typeof dataSourceInputSchema>;
