type Problem = { identifier: string | null; path: string; message: string };

/** A spreadsheet runs what begins like a formula: an apostrophe keeps a feed's words mere words. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const problemsAsCsv = (problems: readonly Problem[]): string =>
  [['identifier', 'path', 'message'], ...problems.map((one) => [one.identifier ?? '', one.path, one.message])]
    .map((row) => row.map(cell).join(','))
    .join('\r\n');

export const downloadText = (fileName: string, text: string): void => {
  // The mark at the start tells spreadsheets that it is UTF-8.
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};
