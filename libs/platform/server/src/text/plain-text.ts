import { z } from 'zod';

/**
 * Text that PostgreSQL or UTF-8 cannot hold: NUL, and halves of surrogate pairs, which would be replaced without a word.
 */
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** No input is that deep: what lies below it is refused for its form, and is never stored. */
const deepest = 64;

/** Path of the first text that cannot be stored, anywhere in a JSON value; null when all can. */
export function unstorableTextPath(value: unknown, path = '', depth = 0): string | null {
  if (typeof value === 'string') return unstorable.test(value) ? path || 'value' : null;
  if (value === null || typeof value !== 'object' || depth > deepest) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorableTextPath(part, path ? `${path}.${key}` : key, depth + 1);
    if (found) return found;
  }
  return null;
}

/** A line or a few sentences from a person, trimmed: `label` begins the message, as in "The note is too long". */
export const plainText = (label: string, bounds: { minimum?: number; maximum: number }) =>
  z
    .string()
    .trim()
    .min(
      bounds.minimum ?? 0,
      bounds.minimum === 1
        ? `${label} is empty. Write something.`
        : `${label} needs at least ${bounds.minimum} characters.`,
    )
    .max(bounds.maximum, `${label} is too long: at most ${bounds.maximum} characters.`);

/** A web address that a person may follow: http or https only, so never `javascript:` or `data:`. */
export const webAddress = (label: string) =>
  z
    .url({
      protocol: /^https?$/,
      hostname: /^[^\s]+$/,
      error: `${label} expects a web address that begins with https:// or http://.`,
    })
    .max(2_000, `${label} is too long: at most 2,000 characters.`);
