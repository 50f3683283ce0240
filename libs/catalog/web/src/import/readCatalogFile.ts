const largest = 10 * 1024 * 1024;

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-US')} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export type ReadFile = { content: string } | { problem: string };

/** Only what can't be sent is refused here; whether it is a catalog, the hub says. */
export const readCatalogFile = async (file: File): Promise<ReadFile> => {
  if (file.size === 0) return { problem: 'This file is empty. Choose another.' };
  if (file.size > largest)
    return {
      problem: `This file has ${sizeWords(file.size)}; 10 MB is the most a browser sends. Give its web address instead.`,
    };
  try {
    return { content: await file.text() };
  } catch {
    return { problem: 'The browser could not read this file. It may have been moved or changed: choose it again.' };
  }
};
