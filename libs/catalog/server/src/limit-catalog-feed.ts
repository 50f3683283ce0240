import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  checkInput,
  invalidInput,
  notAllowed,
  Once,
  requireViewer,
  type HubContext,
  type Transaction,
} from '@sos/platform-server';
import { z } from 'zod';
import { CatalogFeedLoader } from './catalog-feed.loader';
import { limitingFeedRule } from './data-source.policy';
import { chosenLimitColumns, limitsFrom, type ChosenLimits } from './feed-limits';
import type { LimitCatalogFeedInput, LimitCatalogFeedResult } from './feed-limits.types';
import { feedKeyProblem, feedSubjectId } from './import/import-catalog';

const wholeNumber = (what: string, most: number) => {
  const error = `${what} from 1 to ${most}.`;
  return z.int({ error }).min(1, error).max(most, error).nullish();
};

const limitsSchema = z.object({
  feedKey: z.string().superRefine((key, context) => {
    const problem = feedKeyProblem(key);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
  megabytes: wholeNumber('Enter whole megabytes', 200),
  seconds: wholeNumber('Enter whole seconds', 600),
});

/** An administrator says how much of a feed may be read from its address: some publish more than is usual. */
@Injectable()
export class LimitCatalogFeed {
  constructor(
    private readonly once: Once,
    private readonly activity: ActivityRecorder,
    private readonly feeds: CatalogFeedLoader,
  ) {}

  async limit(input: LimitCatalogFeedInput, context: HubContext): Promise<LimitCatalogFeedResult> {
    const viewer = requireViewer(context);
    if (!limitingFeedRule.allows(viewer, null)) {
      return notAllowed('You cannot change the limits of feeds.', limitingFeedRule.whoCan);
    }
    const { value, refusal } = checkInput(limitsSchema, input);
    if (refusal) return refusal;
    const { feedKey, megabytes = null, seconds = null } = value;
    const change = async (transaction: Transaction): Promise<LimitCatalogFeedResult> => {
      const before = await this.lock(transaction, feedKey);
      if (before.version !== input.expectedVersion) return staleOr(before);
      await transaction.query(
        `insert into catalog_feed (key, title, most_megabytes, most_seconds, limits_version) values ($1, $1, $2, $3, 1)
         on conflict (key) do update set most_megabytes = excluded.most_megabytes, most_seconds = excluded.most_seconds,
           limits_version = catalog_feed.limits_version + 1`,
        [feedKey, megabytes, seconds],
      );
      const feed = (await this.feeds.find(transaction, feedKey))!;
      const [was, is] = [limitsFrom(before), limitsFrom({ megabytes, seconds, version: 0 })];
      await this.activity.record(transaction, viewer, {
        action: 'changed the limits of',
        subjectType: 'CatalogFeed',
        subjectId: feedSubjectId(feedKey),
        subjectLabel: feed.title,
        subjectPath: `/data?feed=${feedKey}`,
        detail: `From ${words(was)} to ${words(is)}.`,
        before: { feedKey, megabytes: before.megabytes, seconds: before.seconds },
        after: { feedKey, megabytes, seconds },
        requestId: context.requestId,
        visibleInFeed: false,
      });
      context.loaders.forget();
      return { __typename: 'LimitCatalogFeedSuccess', feed };
    };
    return this.once.do({ mutation: 'limitCatalogFeed', input, context }, change, {
      keep: (result) => (result.__typename === 'LimitCatalogFeedSuccess' ? { feedKey } : null),
      again: async (transaction, kept): Promise<LimitCatalogFeedResult> => ({
        __typename: 'LimitCatalogFeedSuccess',
        feed: (await this.feeds.find(transaction, kept.feedKey))!,
      }),
    });
  }

  /** Two who make the same new feed at once: the key itself is locked, since there is no row yet. */
  private async lock(transaction: Transaction, feedKey: string): Promise<ChosenLimits> {
    await transaction.query(`select pg_advisory_xact_lock(hashtextextended('catalog feed ' || $1::text, 0))`, [
      feedKey,
    ]);
    const [chosen] = await transaction.query<ChosenLimits & Record<string, unknown>>(
      `select ${chosenLimitColumns} from catalog_feed where key = $1 for update`,
      [feedKey],
    );
    return chosen ?? { megabytes: null, seconds: null, version: 0 };
  }
}

const words = ({ megabytes, seconds }: { megabytes: number; seconds: number }) =>
  `${megabytes} MB and ${seconds} seconds`;

function staleOr(before: ChosenLimits): LimitCatalogFeedResult {
  const current = limitsFrom(before);
  if (before.version === 0) {
    return invalidInput([{ path: 'expectedVersion', message: 'The limits have no such version. Reload the page.' }]);
  }
  return {
    __typename: 'StaleFeedLimitsRefusal',
    message: `Somebody set ${words(current)} in the meantime. Look at it, then save yours if it still holds.`,
    current,
  };
}
