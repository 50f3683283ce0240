import { Args, Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database, pageSize, Policy, type HubContext } from '@sos/platform-server';
import { Goal, goalColumns } from '@sos/goals-server';
import { SubGroup } from '@sos/workgroup-server';
import type { GraphQLResolveInfo } from 'graphql';
import { ActionItemArgs } from './action-item-filter.types';
import { ActionItemLists } from './action-item.lists';
import { ActionItemConnection, BoardColumn } from './action-item.types';
import { concernsSubGroup, visibleItem } from './action-item.visibility';
import { SqlParameters } from './sql-parameters';
import { nothing, StandingLoader } from './standing.loader';

const goalsFamily = {};

/** What the work on its focus items adds to a sub-group. */
@Resolver(() => SubGroup)
export class SubGroupWorkResolver {
  constructor(
    private readonly database: Database,
    private readonly lists: ActionItemLists,
    private readonly standings: StandingLoader,
  ) {}

  @ResolveField(() => ActionItemConnection, {
    description: 'Items that it sees through its focus items, whoever opened them.',
  })
  @Policy('signed in')
  actionItems(
    @Parent() subGroup: SubGroup,
    @Args() args: ActionItemArgs,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItemConnection> {
    return this.lists.connection('sub-group', subGroup.id, args, context, info);
  }

  @ResolveField(() => [BoardColumn], {
    description: 'Items of the board, by status, the first few of each column with the column’s whole count.',
  })
  @Policy('signed in')
  board(
    @Parent() subGroup: SubGroup,
    @Args('firstPerColumn', { type: () => Int, nullable: true, defaultValue: 10, description: 'At most 200.' })
    firstPerColumn: number,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BoardColumn[]> {
    return this.lists.board(subGroup.id, firstPerColumn, context, info);
  }

  @ResolveField(() => Int, { description: 'How many items it sees, open and done.' })
  @Policy('signed in')
  async actionItemCount(@Parent() subGroup: SubGroup, @Context() { loaders }: HubContext): Promise<number> {
    const { open, done } = (await loaders.get(this.standings.ofSubGroup).load(subGroup.id)) ?? nothing;
    return open + done;
  }

  @ResolveField(() => [Goal], {
    description: 'Goals that this sub-group’s items serve, by number, for the board by goal.',
  })
  @Policy('signed in')
  async goalsWithItems(
    @Parent() subGroup: SubGroup,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 200.' }) first: number,
    @Context() { loaders }: HubContext,
  ): Promise<Goal[]> {
    const size = pageSize(first, 20);
    const load = (ids: readonly string[]) => this.goalsOf(ids, size);
    return (await loaders.getFor(goalsFamily, String(size), () => ({ load })).load(subGroup.id)) ?? [];
  }

  private async goalsOf(subGroupIds: readonly string[], first: number): Promise<Map<string, Goal[]>> {
    const parameters = new SqlParameters();
    const [owners, limit] = [parameters.add(subGroupIds), parameters.add(first)];
    const rows = await this.database.query<Goal & { subGroupId: string }>(
      `select owner.id as "subGroupId", ${goalColumns('g')}
       from unnest(${owners}::uuid[]) as owner (id)
       cross join lateral (
         select g.* from goal g where exists (
           select from action_item i join focus_listing listed on listed.focus_item_id = i.focus_item_id
           where i.goal_id = g.id and listed.sub_group_id = owner.id and ${concernsSubGroup('i', 'owner.id')} and ${visibleItem(parameters)})
         order by g.number, g.id limit ${limit}
       ) g
       order by g.number, g.id`,
      parameters.values,
    );
    const found = new Map<string, Goal[]>(subGroupIds.map((id) => [id, []]));
    for (const row of rows) found.get(row.subGroupId)?.push(row);
    return found;
  }
}
