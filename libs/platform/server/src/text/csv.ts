export type CsvCell = string | number | boolean | null | undefined;

/** What a spreadsheet runs instead of showing; the wide forms count in some languages. Ours before it stay ours. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A table as CSV (RFC 4180). Text that would run as a formula gets an apostrophe, which {@link restoredCell} takes off. */
export function csvOf(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return [csvLine(header), ...Array.from(rows, csvLine)].join('\r\n');
}

/** One row, without the end of the line: for exports that are written row by row. */
export const csvLine = (cells: readonly CsvCell[]): string => cells.map(csvCell).join(',');

function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return '""';
  if (typeof value !== 'string') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A cell of a file that came from {@link csvOf}, as it was before. */
export const restoredCell = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
