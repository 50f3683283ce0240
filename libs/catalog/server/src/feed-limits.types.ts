import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotAllowedRefusal, Policy, Refusal, RetriableInput } from '@sos/platform-server';
import { CatalogFeed } from './catalog-feed.types';

@ObjectType({ description: 'How much of a feed the hub reads from its web address, and for how long.' })
@Policy('signed in')
export class CatalogFeedLimits {
  @Field(() => Int, { description: 'Megabytes, as read: what was compressed counts in full.' }) megabytes: number;
  @Field(() => Int, { description: 'Seconds, from the first byte to the last.' }) seconds: number;
  @Field({ description: 'Whether they are those of every feed for which nobody chose others.' }) areUsual: boolean;
  @Field(() => Int, { description: 'Rises with each change; 0 when there was none.' }) version: number;
}

@InputType({ description: 'How much of a feed the hub may read from its web address. What is left out is the usual.' })
export class LimitCatalogFeedInput extends RetriableInput {
  @Field({ description: 'Key of the feed; one that the hub has not read yet is made.' }) feedKey: string;
  @Field(() => Int, { description: 'The version of the limits that the person saw; 0 for a new feed.' })
  expectedVersion: number;
  @Field(() => Int, { nullable: true, description: 'From 1 to 200; usually 10.' }) megabytes?: number | null;
  @Field(() => Int, { nullable: true, description: 'From 1 to 600; usually 30.' }) seconds?: number | null;
}

@ObjectType({ description: 'The limits hold from the next import on.' })
@Policy('administrator')
export class LimitCatalogFeedSuccess {
  readonly __typename = 'LimitCatalogFeedSuccess';
  @Field(() => CatalogFeed, { description: 'The feed.' }) feed: CatalogFeed;
}

@ObjectType({ implements: () => [Refusal], description: 'Somebody else changed the limits since the person looked.' })
@Policy('administrator')
export class StaleFeedLimitsRefusal extends Refusal {
  readonly __typename = 'StaleFeedLimitsRefusal';
  @Field(() => CatalogFeedLimits, { description: 'The limits that hold now.' }) current: CatalogFeedLimits;
}

export const LimitCatalogFeedResult = createUnionType({
  name: 'LimitCatalogFeedResult',
  description: 'The feed with its limits, or why they were not changed.',
  types: () => [LimitCatalogFeedSuccess, StaleFeedLimitsRefusal, NotAllowedRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type LimitCatalogFeedResult =
  LimitCatalogFeedSuccess | StaleFeedLimitsRefusal | NotAllowedRefusal | InvalidInputRefusal;
