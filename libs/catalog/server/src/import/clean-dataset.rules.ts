import type { DatasetProblem } from '../dcat/dataset-validator';

/** More than any real record has; beyond, a feed is broken or means harm. */
const limits = { characters: 100_000, items: 2_000, depth: 20 };

/** NUL and halves of character pairs, which no database column can hold. */
const unstorable = /\u0000|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A JSON value with everything in it storable and of bearable size, and what had to be taken out. */
export function cleanJson(value: unknown): { value: unknown; problems: DatasetProblem[] } {
  const problems: DatasetProblem[] = [];
  return { value: clean(value, '', 0, problems), problems };
}

function clean(value: unknown, path: string, depth: number, problems: DatasetProblem[]): unknown {
  if (typeof value === 'string') return cleanText(value, path, problems);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= limits.depth) {
    problems.push({ path, message: 'This lies too deep inside the dataset and was left out.' });
    return null;
  }
  if (Array.isArray(value)) {
    if (value.length > limits.items) {
      problems.push({ path, message: `The list has ${value.length} items; the first ${limits.items} were kept.` });
    }
    return value.slice(0, limits.items).map((item, place) => clean(item, join(path, place), depth + 1, problems));
  }
  const members = Object.entries(value).slice(0, limits.items);
  return Object.fromEntries(
    members.map(([name, item]) => {
      const cleanName = cleanText(name, join(path, name.slice(0, 60).replace(unstorable, '')), problems);
      return [cleanName, clean(item, join(path, cleanName.slice(0, 60)), depth + 1, problems)];
    }),
  );
}

const join = (path: string, part: string | number) => (path ? `${path}.${part}` : String(part));

function cleanText(text: string, path: string, problems: DatasetProblem[]): string {
  const storable = text.replace(unstorable, '');
  if (storable.length !== text.length) {
    problems.push({
      path,
      message: 'The text has characters that cannot be stored (NUL or half of a pair); they were taken out.',
    });
  }
  if (storable.length <= limits.characters) return storable;
  problems.push({
    path,
    message: `The text has ${storable.length.toLocaleString('en-US')} characters; the first ${limits.characters.toLocaleString('en-US')} were kept.`,
  });
  return cut(storable, limits.characters);
}

/** The beginning of a text, never with half of a character pair at its end. */
export const cut = (text: string, atMost: number): string =>
  text.length <= atMost ? text : text.slice(0, atMost).replace(/[\uD800-\uDBFF]$/, '');
