/**
 * JSON Schema (2020-12) of a dataset of DCAT-US v1.1, for publishers that are no federal agencies (those must also
 * give bureau and program codes). It says the same as the public-domain schema of Project Open Data, arranged so
 * that a list is judged item by item and an error names the item.
 */

/** Text that a publisher withheld, as the standard has it. */
const redacted = String.raw`^\[\[REDACTED.*?\]\]$`;

const month = String.raw`(?:0[1-9]|1[0-2])`;
const day = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const week = String.raw`-?W(?:[0-4]\d|5[0-2])(?:-?[1-7])?`;
const dayOfYear = String.raw`-?(?:00[1-9]|0[1-9]\d|[12]\d{2}|3(?:[0-5]\d|6[1-6]))`;
const zone = String.raw`(?:[zZ]|[+-](?:[01]\d|2[0-3]):?(?:[0-5]\d)?)`;
const time = String.raw`(?:(?:[01]\d|2[0-3])(?::?[0-5]\d)?|24:?00)(?:[.,]\d+(?!:))?(?::?[0-5]\d(?:[.,]\d+)?)?`;
const year = String.raw`[+-]?\d{4}(?!\d{2}\b)`;
/** ISO 8601, from a year to the fraction of a second. */
const instant = String.raw`${year}(?:(?:-${month}(?:-${day})?|${month}(?:${day})?|${week}|${dayOfYear})(?:[T\s](?:${time})?${zone}?)?)?`;
const duration = String.raw`P(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?`;
const mediaType = String.raw`[-\w]+/[-\w]+(?:\.[-\w]+)*(?:[+][-\w]+)?`;
const mailAddress = String.raw`mailto:[\w~!$&'()*+,;=:.-]+@[\w.-]+\.[\w.-]+?`;
const languageTag = String.raw`(?:(?:(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}(?:-[A-Za-z]{3}){0,2})?|[A-Za-z]{4}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*(?:-x(?:-[A-Za-z0-9]{1,8})+)?)|x(?:-[A-Za-z0-9]{1,8})+|(?:en-GB-oed|i-ami|i-bnn|i-default|i-enochian|i-hak|i-klingon|i-lux|i-mingo|i-navajo|i-pwn|i-tao|i-tay|i-tsu|sgn-BE-FR|sgn-BE-NL|sgn-CH-DE|art-lojban|cel-gaulish|no-bok|no-nyn|zh-guoyu|zh-hakka|zh-min|zh-min-nan|zh-xiang))`;

const orRedacted = (pattern: string) => `^(?:${pattern})$|${redacted}`;
const text = { type: 'string', minLength: 1 };
const optionalText = { type: ['string', 'null'], minLength: 1 };
const optionalPattern = (pattern: string) => ({ type: ['string', 'null'], pattern: orRedacted(pattern) });
const address = {
  anyOf: [
    { type: 'string', format: 'uri' },
    { type: 'string', pattern: redacted },
  ],
};
const optionalAddress = { anyOf: [...address.anyOf, { type: 'null' }] };
/** A list of texts; in place of it, where the standard allows, nothing or a redaction. */
const optionalList = (items: object) => ({
  type: ['array', 'string', 'null'],
  items,
  minItems: 1,
  uniqueItems: true,
  pattern: redacted,
});

const distribution = {
  type: ['object', 'string'],
  pattern: redacted,
  properties: {
    '@type': { const: 'dcat:Distribution' },
    downloadURL: address,
    mediaType: optionalPattern(mediaType),
    format: optionalText,
    accessURL: optionalAddress,
    description: { ...optionalText, maxLength: 10_000 },
    title: optionalText,
    conformsTo: optionalAddress,
    describedBy: optionalAddress,
    describedByType: optionalPattern(mediaType),
  },
  dependentSchemas: {
    downloadURL: { required: ['mediaType'], properties: { mediaType: { type: 'string' } } },
  },
};

export const datasetSchema = {
  type: 'object',
  required: ['title', 'description', 'keyword', 'modified', 'publisher', 'contactPoint', 'identifier', 'accessLevel'],
  properties: {
    '@type': { const: 'dcat:Dataset' },
    accessLevel: { enum: ['public', 'restricted public', 'non-public'] },
    rights: { type: ['string', 'null'], minLength: 1, maxLength: 255 },
    accrualPeriodicity: optionalPattern(`irregular|R/${duration}`),
    bureauCode: optionalList({ type: 'string', pattern: '[0-9]{3}:[0-9]{2}' }),
    programCode: optionalList({ type: 'string', pattern: '[0-9]{3}:[0-9]{3}' }),
    contactPoint: {
      type: 'object',
      required: ['fn', 'hasEmail'],
      properties: {
        '@type': { const: 'vcard:Contact' },
        fn: text,
        hasEmail: { type: 'string', pattern: orRedacted(mailAddress) },
      },
    },
    describedBy: optionalAddress,
    describedByType: optionalPattern(mediaType),
    conformsTo: optionalAddress,
    dataQuality: { type: ['boolean', 'string', 'null'], pattern: redacted },
    description: { ...text, maxLength: 10_000 },
    distribution: { type: ['array', 'string', 'null'], items: distribution, pattern: redacted },
    identifier: text,
    issued: optionalPattern(instant),
    keyword: {
      type: ['array', 'string'],
      items: { ...text, maxLength: 1_000 },
      minItems: 1,
      maxItems: 1_000,
      pattern: redacted,
    },
    landingPage: optionalAddress,
    language: {
      type: ['array', 'string', 'null'],
      items: { type: 'string', pattern: `^${languageTag}$` },
      pattern: redacted,
    },
    license: optionalAddress,
    modified: {
      type: 'string',
      pattern: orRedacted(String.raw`${instant}|(?:R\d*/)?${duration}|(?:R\d*/)?${instant}/${duration}`),
    },
    primaryITInvestmentUII: {
      type: ['string', 'null'],
      pattern: `[0-9]{3}-[0-9]{9}|${redacted}`,
    },
    publisher: { $ref: '#/$defs/organization' },
    references: optionalList(address),
    spatial: {
      type: ['string', 'object', 'null'],
      minLength: 1,
      properties: {
        coordinates: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
        type: { type: 'string' },
      },
    },
    systemOfRecords: optionalText,
    temporal: optionalPattern(
      String.raw`${instant}/${instant}|(?:R\d*/)?${instant}/${duration}|(?:R\d*/)?${duration}/${instant}`,
    ),
    isPartOf: optionalText,
    theme: optionalList(text),
    title: text,
  },
  $defs: {
    organization: {
      type: 'object',
      required: ['name'],
      properties: {
        '@type': { const: 'org:Organization' },
        name: text,
        subOrganizationOf: { $ref: '#/$defs/organization' },
      },
    },
  },
};
