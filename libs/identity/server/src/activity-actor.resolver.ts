import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ActivityEntry } from '@sos/activity-server';
import type { HubContext } from '@sos/platform-server';
import { PersonLoader } from './person.loader';
import { Person } from './person.types';

/** Says who stands behind a line of the feed, which itself knows only an opaque id. */
@Resolver(() => ActivityEntry)
export class ActivityActorResolver {
  constructor(private readonly personLoader: PersonLoader) {}

  @ResolveField(() => Person, { nullable: true, description: 'Who did it; null: the hub itself.' })
  actor(@Parent() entry: ActivityEntry, @Context() { loaders }: HubContext): Promise<Person | null> | null {
    return entry.actorId ? loaders.get(this.personLoader.byId).load(entry.actorId) : null;
  }
}
