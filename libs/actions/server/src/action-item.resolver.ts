import { Args, Context, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { ActionItemUpdates } from './action-item-update.list';
import { ActionItemUpdate, ActionItemUpdateConnection } from './action-item-update.types';
import { ActionItemArgs } from './action-item-filter.types';
import { ActionItemLists } from './action-item.lists';
import { mayEdit, mayOpenToAll, mayPost } from './action-item.policy';
import { ActionItem, ActionItemConnection } from './action-item.types';
import { HelpRequest } from './help-request.types';

@Resolver(() => ActionItem)
export class ActionItemResolver {
  constructor(
    private readonly lists: ActionItemLists,
    private readonly updateLists: ActionItemUpdates,
  ) {}

  @Query(() => ActionItem, { nullable: true, description: 'The item with this reference, such as PS-19.' })
  @Policy('signed in')
  actionItem(@Args('reference') reference: string, @Info() info: GraphQLResolveInfo): Promise<ActionItem | null> {
    return this.lists.byReference(reference, info);
  }

  @Query(() => ActionItemConnection, { description: 'Action items of every sub-group, a page at a time.' })
  @Policy('signed in')
  actionItems(
    @Args() args: ActionItemArgs,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItemConnection> {
    return this.lists.connection('everything', null, args, context, info);
  }

  @ResolveField(() => ActionItemUpdateConnection, { description: 'Its history, newest first.' })
  updates(
    @Parent() item: ActionItem,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
    @Context() context: HubContext,
  ): Promise<ActionItemUpdateConnection> {
    return this.updateLists.connection(item.id, pageSize(first, 20), after ?? null, context);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may post updates on it and move it.' })
  viewerMayPost(@Parent() item: ActionItem, @Context() context: HubContext): boolean {
    return mayPost(requireViewer(context), item.stake);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may change what it is.' })
  viewerMayEdit(@Parent() item: ActionItem, @Context() context: HubContext): boolean {
    return mayEdit(requireViewer(context), item.stake);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may open this restricted item to the workgroup.' })
  viewerMayOpenToWorkgroup(@Parent() item: ActionItem, @Context() context: HubContext): boolean {
    return mayOpenToAll(requireViewer(context), item.stake);
  }
}

@Resolver(() => ActionItemUpdate)
export class ActionItemUpdateResolver {
  constructor(private readonly lists: ActionItemLists) {}

  @ResolveField(() => ActionItem, { description: 'The item that it belongs to.' })
  actionItem(
    @Parent() update: ActionItemUpdate,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItem | null> {
    return this.lists.item(update.actionItemId, context, info);
  }
}

@Resolver(() => HelpRequest)
export class HelpRequestResolver {
  constructor(private readonly lists: ActionItemLists) {}

  @ResolveField(() => ActionItem, { description: 'The item that needs help.' })
  actionItem(
    @Parent() request: HelpRequest & { actionItem?: ActionItem },
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItem | null> | ActionItem {
    return request.actionItem ?? this.lists.item(request.actionItemId, context, info);
  }
}
