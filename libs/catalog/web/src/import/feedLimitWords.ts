import type { CatalogFeedsQuery } from '@sos/platform-contract';

export type Limits = Omit<CatalogFeedsQuery['catalogFeeds'][number]['limits'], '__typename'>;
export type LimitedFeed = { key: string; title: string };

/** What holds for a feed that the hub has not read yet. */
export const usualLimits: Limits = { megabytes: 10, seconds: 30, areUsual: true, version: 0 };

export const limitWords = ({ megabytes, seconds }: Limits): string => `Up to ${megabytes} MB in ${timeWords(seconds)}`;

const timeWords = (seconds: number): string => {
  if (seconds % 60 !== 0) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
};
