import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { mayFillSeat, Seat } from '@sos/workgroup-server';
import type { GraphQLResolveInfo } from 'graphql';
import { itemParts } from './action-item.parts';
import { ActionItemRepository } from './action-item.repository';
import { ActionItem } from './action-item.types';
import { HandOverSeat } from './hand-over-seat';
import { HandOverSeatInput, HandOverSeatResult } from './hand-over-seat.types';

@Resolver(() => Seat)
export class HandOverSeatResolver {
  constructor(
    private readonly database: Database,
    private readonly handOverSeats: HandOverSeat,
    private readonly items: ActionItemRepository,
  ) {}

  @Mutation(() => HandOverSeatResult, {
    description: 'Passes a seat on, with the open items of whoever had it; one act, in one transaction.',
  })
  @Policy('chair of', 'staff', 'administrator')
  handOverSeat(
    @Args('input') input: HandOverSeatInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<HandOverSeatResult> {
    return this.handOverSeats.handOver(input, context, info);
  }

  @ResolveField(() => [ActionItem], {
    description:
      'Open items of its person that go along with a handover, by due date; none for who may not hand it over.',
  })
  @Policy('signed in')
  async itemsToHandOver(
    @Parent() seat: Seat,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ActionItem[]> {
    const viewer = requireViewer(context);
    const stake = {
      subGroupId: seat.subGroup?.id ?? null,
      role: seat.role,
      bodyEndedOn: seat.subGroup?.endedOn ?? null,
    };
    if (!seat.person || !mayFillSeat(viewer, stake)) return [];
    const ids = await this.handOverSeats.suggestedIds(this.database, viewer, { id: seat.id, personId: seat.person.id });
    const found = await this.items.find(this.database, itemParts(info, ''), (parameters) => ({
      condition: `i.id = any(${parameters.add(ids)}::uuid[])`,
    }));
    const byId = new Map(found.map((item) => [item.id, item]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}
