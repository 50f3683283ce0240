/** What a person typed, in the forms that the statement compares with. */
export interface SearchTerms {
  /** Lower case without blanks and hyphens: `PS 19`, `ps-19` and `ps19` are one reference. */
  compact: string;
  /** LIKE pattern of a name that begins with the text, and of one that has it anywhere. */
  beginning: string;
  anywhere: string;
  /** Text-search query: every word, the last letters of each left open; empty when there is no word. */
  words: string;
  /** The same, in titles only. */
  titleWords: string;
}

const longestText = 200;
const mostWords = 8;

/** @returns null when there is nothing to look for. Whatever was typed, no form of it can break the statement. */
export function searchTerms(written: string): SearchTerms | null {
  const text = written.normalize('NFC').trim().slice(0, longestText);
  if (!text) return null;
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords);
  const literal = text.replace(/[\\%_]/g, '\\$&');
  return {
    compact: text.toLowerCase().replace(/[\s-]+/g, ''),
    beginning: `${literal}%`,
    anywhere: `%${literal}%`,
    words: words.map((word) => `${word}:*`).join(' & '),
    titleWords: words.map((word) => `${word}:*A`).join(' & '),
  };
}
