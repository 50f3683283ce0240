import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { Person, PersonLoader } from '@sos/identity-server';
import { NodeRegistry, pageSize, Policy, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { CatalogFeedLoader } from './catalog-feed.loader';
import { CatalogFeed, CatalogImport, CatalogProblem } from './catalog-feed.types';
import { StartCatalogImportInput, StartCatalogImportResult } from './catalog-import.inputs';
import { mayImportCatalogs } from './data-source.policy';
import { CatalogFeedLimits, LimitCatalogFeedInput, LimitCatalogFeedResult } from './feed-limits.types';
import { CatalogImportRuns } from './import/catalog-import-runs';
import { StartCatalogImport } from './import/start-catalog-import';
import { LimitCatalogFeed } from './limit-catalog-feed';

@Resolver(() => CatalogFeed)
export class CatalogFeedResolver {
  constructor(
    private readonly feeds: CatalogFeedLoader,
    private readonly limiting: LimitCatalogFeed,
  ) {}

  @Query(() => [CatalogFeed], { description: 'Where records come from: the curated catalog first, then by title.' })
  @Policy('signed in')
  catalogFeeds(): Promise<CatalogFeed[]> {
    return this.feeds.list();
  }

  @ResolveField(() => Int, { description: 'Records that the feed has now.' })
  async dataSourceCount(@Parent() feed: CatalogFeed, @Context() { loaders }: HubContext): Promise<number> {
    return (await loaders.get(this.feeds.counts).load(feed.key))?.current ?? 0;
  }

  @ResolveField(() => Int, { description: 'Records that disappeared from the feed.' })
  async withdrawnCount(@Parent() feed: CatalogFeed, @Context() { loaders }: HubContext): Promise<number> {
    return (await loaders.get(this.feeds.counts).load(feed.key))?.withdrawn ?? 0;
  }

  @ResolveField(() => CatalogFeedLimits, { description: 'How much is read from its web address, and for how long.' })
  async limits(@Parent() feed: CatalogFeed, @Context() { loaders }: HubContext): Promise<CatalogFeedLimits> {
    return (await loaders.get(this.feeds.limits).load(feed.key))!;
  }

  @Mutation(() => LimitCatalogFeedResult, { description: 'Says how much of a feed is read from its web address.' })
  @Policy('administrator')
  limitCatalogFeed(
    @Args('input') input: LimitCatalogFeedInput,
    @Context() context: HubContext,
  ): Promise<LimitCatalogFeedResult> {
    return this.limiting.limit(input, context);
  }

  @ResolveField(() => CatalogImport, { nullable: true, description: 'The latest import that was no dry run.' })
  latestImport(@Parent() feed: CatalogFeed, @Context() { loaders }: HubContext): Promise<CatalogImport | null> {
    return loaders.get(this.feeds.latestImport).load(feed.key);
  }
}

@Resolver(() => CatalogImport)
export class CatalogImportResolver implements OnModuleInit {
  constructor(
    private readonly runs: CatalogImportRuns,
    private readonly start: StartCatalogImport,
    private readonly people: PersonLoader,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('CatalogImport', async (id, context) =>
      mayImportCatalogs(requireViewer(context)) ? this.runs.find(id) : null,
    );
  }

  @Query(() => CatalogImport, { nullable: true, description: 'An import, to follow it while it runs.' })
  @Policy('staff', 'administrator')
  async catalogImport(@Args('id', { type: () => ID }) id: string): Promise<CatalogImport | null> {
    const uuid = uuidOf('CatalogImport', id);
    return uuid ? this.runs.find(uuid) : null;
  }

  @Mutation(() => StartCatalogImportResult, { description: 'Starts an import; follow it by polling `catalogImport`.' })
  @Policy('staff', 'administrator')
  startCatalogImport(
    @Args('input') input: StartCatalogImportInput,
    @Context() context: HubContext,
  ): Promise<StartCatalogImportResult> {
    return this.start.start(input, context);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who started it; nobody on the command line.' })
  startedBy(@Parent() run: CatalogImport, @Context() { loaders }: HubContext): Promise<Person | null> | null {
    return run.startedById ? loaders.get(this.people.byId).load(run.startedById) : null;
  }

  @ResolveField(() => [CatalogProblem], { description: 'The first problems.' })
  problems(
    @Parent() run: CatalogImport,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' })
    first: number | null,
    @Context() { loaders }: HubContext,
  ): Promise<CatalogProblem[]> {
    return this.runs.problems(run.id, pageSize(first, 50), loaders);
  }
}
