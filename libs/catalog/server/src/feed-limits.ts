import { usualOutsideLimits, type OutsideLimits, type Queryable } from '@sos/platform-server';
import type { CatalogFeedLimits } from './feed-limits.types';

const megabyte = 1024 * 1024;

/** What a row of `catalog_feed` says of its limits; null where nobody chose. */
export interface ChosenLimits {
  megabytes: number | null;
  seconds: number | null;
  version: number;
}

/** Select list that makes {@link ChosenLimits} of a row of `catalog_feed`. */
export const chosenLimitColumns = 'most_megabytes as megabytes, most_seconds as seconds, limits_version as version';

export const limitsFrom = ({ megabytes, seconds, version }: ChosenLimits): CatalogFeedLimits => ({
  megabytes: megabytes ?? usualOutsideLimits.bytes / megabyte,
  seconds: seconds ?? usualOutsideLimits.milliseconds / 1_000,
  areUsual: megabytes === null && seconds === null,
  version,
});

/** What holds for whoever reads the feed from its address; nothing for a feed that is not there yet. */
export async function outsideLimitsOf(queryable: Queryable, feedKey: string): Promise<Partial<OutsideLimits>> {
  const [chosen] = await queryable.query<ChosenLimits & Record<string, unknown>>(
    `select ${chosenLimitColumns} from catalog_feed where key = $1`,
    [feedKey],
  );
  if (!chosen) return {};
  const { megabytes, seconds } = limitsFrom(chosen);
  return { bytes: megabytes * megabyte, milliseconds: seconds * 1_000 };
}
