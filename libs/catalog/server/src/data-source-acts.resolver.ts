import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { RemoveResult } from '@sos/activity-server';
import { Policy, type HubContext } from '@sos/platform-server';
import {
  DataSourceInput,
  DataSourceResult,
  EditDataSourceResult,
  LinkDataSourceResult,
  RemoveDataSourceInput,
} from './data-source.inputs';
import { LinkDataSource } from './link-data-source';
import { RemoveDataSource } from './remove-data-source';
import { WriteDataSource } from './write-data-source';

@Resolver()
export class DataSourceActsResolver {
  constructor(
    private readonly write: WriteDataSource,
    private readonly links: LinkDataSource,
    private readonly removing: RemoveDataSource,
  ) {}

  @Mutation(() => DataSourceResult, { description: 'Adds a record to the curated catalog.' })
  @Policy('data steward of', 'staff', 'administrator')
  addDataSource(@Args('input') input: DataSourceInput, @Context() context: HubContext): Promise<DataSourceResult> {
    return this.write.add(input, context);
  }

  @Mutation(() => EditDataSourceResult, { description: 'Changes a record of the curated catalog.' })
  @Policy('data steward of', 'staff', 'administrator')
  editDataSource(
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the person saw.' })
    expectedVersion: number,
    @Args('input') input: DataSourceInput,
    @Context() context: HubContext,
  ): Promise<EditDataSourceResult> {
    return this.write.edit(id, expectedVersion, input, context);
  }

  @Mutation(() => RemoveResult, {
    description: 'Removes a record of the curated catalog. It can be restored for 30 days.',
  })
  @Policy('data steward of', 'staff', 'administrator')
  removeDataSource(@Args('input') input: RemoveDataSourceInput, @Context() context: HubContext): Promise<RemoveResult> {
    return this.removing.remove(input, context);
  }

  @Mutation(() => LinkDataSourceResult, { description: 'Says that an action item uses a data source.' })
  @Policy("own agency's items", 'own sub-group', 'chair of', 'staff', 'administrator')
  linkDataSource(
    @Args('actionItemId', { type: () => ID }) actionItemId: string,
    @Args('dataSourceId', { type: () => ID }) dataSourceId: string,
    @Context() context: HubContext,
  ): Promise<LinkDataSourceResult> {
    return this.links.change('link', { actionItemId, dataSourceId }, context);
  }

  @Mutation(() => LinkDataSourceResult, { description: 'Says that an action item no longer uses a data source.' })
  @Policy("own agency's items", 'own sub-group', 'chair of', 'staff', 'administrator')
  unlinkDataSource(
    @Args('actionItemId', { type: () => ID }) actionItemId: string,
    @Args('dataSourceId', { type: () => ID }) dataSourceId: string,
    @Context() context: HubContext,
  ): Promise<LinkDataSourceResult> {
    return this.links.change('unlink', { actionItemId, dataSourceId }, context);
  }
}
