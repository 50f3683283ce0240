/** What the hub takes at `/catalog/uploads`. */
const largest = 50 * 1024 * 1024;

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('en-US')} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Only what can't be sent is refused here; whether it is a catalog, the hub says. */
export const fileProblem = ({ size }: File): string | null => {
  if (size === 0) return 'This file is empty. Choose another.';
  if (size <= largest) return null;
  return `This file has ${sizeWords(size)}; 50 MB is the most a browser sends. Give its web address instead.`;
};
