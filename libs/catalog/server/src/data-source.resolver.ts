import { Args, Context, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { OnModuleInit } from '@nestjs/common';
import { ActionItem, ActionItemLists } from '@sos/actions-server';
import { Agency } from '@sos/identity-server';
import { NodeRegistry, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { DataSourceLoader } from './data-source.loader';
import { mayEditDataSource } from './data-source.policy';
import { completenessOf } from './data-source.rules';
import { Completeness, DataSource } from './data-source.types';

@Resolver(() => DataSource)
export class DataSourceResolver implements OnModuleInit {
  constructor(
    private readonly sources: DataSourceLoader,
    private readonly items: ActionItemLists,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('DataSource', (id, { loaders }) => loaders.get(this.sources.byId).load(id));
  }

  @Query(() => DataSource, { nullable: true, description: 'The data source at this place under /data.' })
  @Policy('signed in')
  dataSource(@Args('slug') slug: string): Promise<DataSource | null> {
    return this.sources.findBySlug(slug);
  }

  @ResolveField(() => Completeness, { description: 'Facts that the workgroup asks of a source, given and asked.' })
  completeness(@Parent() source: DataSource): Completeness {
    return completenessOf(source);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may edit it.' })
  viewerMayEdit(@Parent() source: DataSource, @Context() context: HubContext): boolean {
    return mayEditDataSource(requireViewer(context), source);
  }

  @ResolveField(() => [ActionItem], { description: 'Action items that use it, newest first.' })
  async usedBy(
    @Parent() source: DataSource,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItem[]> {
    const ids = (await context.loaders.get(this.sources.itemIdsBySource).load(source.id)) ?? [];
    const items = await Promise.all(ids.map((id) => this.items.item(id, context, info)));
    return items.filter((item) => item !== null);
  }
}

@Resolver(() => ActionItem)
export class ActionItemDataSourcesResolver {
  constructor(private readonly sources: DataSourceLoader) {}

  @ResolveField(() => [DataSource], { description: 'Data sources that it uses, by title.' })
  @Policy('signed in')
  async dataSources(@Parent() item: ActionItem, @Context() { loaders }: HubContext): Promise<DataSource[]> {
    return (await loaders.get(this.sources.byActionItem).load(item.id)) ?? [];
  }
}

@Resolver(() => Agency)
export class AgencyDataSourceCountResolver {
  constructor(private readonly sources: DataSourceLoader) {}

  @ResolveField(() => Int, { description: 'Data sources that it stewards, or publishes where nobody else is steward.' })
  @Policy('signed in')
  async dataSourceCount(@Parent() agency: Agency, @Context() { loaders }: HubContext): Promise<number> {
    return (await loaders.get(this.sources.countByAgency).load(agency.id)) ?? 0;
  }
}
