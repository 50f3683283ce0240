import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CalendarDate, Policy, type HubContext } from '@sos/platform-server';
import { FocusItem } from '@sos/workgroup-server';
import { nothing, StandingLoader, type Standing } from './standing.loader';

/** What the work on it adds to a focus item. However many sub-groups carry it, each item counts once. */
@Resolver(() => FocusItem)
export class FocusItemWorkResolver {
  constructor(private readonly standings: StandingLoader) {}

  @ResolveField(() => Int, { description: 'How many items work on it, open and done.' })
  @Policy('signed in')
  async actionItemCount(@Parent() focusItem: FocusItem, @Context() context: HubContext): Promise<number> {
    const { open, done } = await this.standing(focusItem, context);
    return open + done;
  }

  @ResolveField(() => Int, { description: 'Requests for help on its items that nobody has answered.' })
  @Policy('signed in')
  async openHelpRequestCount(@Parent() focusItem: FocusItem, @Context() context: HubContext): Promise<number> {
    return (await this.standing(focusItem, context)).openHelpRequests;
  }

  @ResolveField(() => CalendarDate, { nullable: true, description: 'Day of the newest update of its items.' })
  @Policy('signed in')
  async lastUpdateOn(@Parent() focusItem: FocusItem, @Context() context: HubContext): Promise<string | null> {
    return (await this.standing(focusItem, context)).lastUpdateOn;
  }

  private async standing(focusItem: FocusItem, { loaders }: HubContext): Promise<Standing> {
    return (await loaders.get(this.standings.ofFocusItem).load(focusItem.id)) ?? nothing;
  }
}
