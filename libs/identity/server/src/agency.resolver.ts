import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, uuidOf, type HubContext } from '@sos/platform-server';
import { AgencyLoader } from './agency.loader';
import { AgencyRepository } from './agency.repository';
import { Agency, AgencyConnection } from './agency.types';
import { PersonLoader } from './person.loader';
import { Person } from './person.types';

@Resolver(() => Agency)
export class AgencyResolver {
  constructor(
    private readonly agencies: AgencyRepository,
    private readonly agencyLoader: AgencyLoader,
    private readonly personLoader: PersonLoader,
  ) {}

  @Query(() => Agency, { nullable: true, description: 'The agency with this id.' })
  @Policy('signed in')
  async agency(@Args('id', { type: () => ID }) id: string, @Context() { loaders }: HubContext): Promise<Agency | null> {
    const uuid = uuidOf('Agency', id);
    return uuid ? loaders.get(this.agencyLoader.byId).load(uuid) : null;
  }

  @Query(() => Agency, { nullable: true, description: 'The agency with this key, such as `dhcs`.' })
  @Policy('signed in')
  agencyByKey(@Args('key') key: string): Promise<Agency | null> {
    return this.agencies.findByKey(key);
  }

  @Query(() => AgencyConnection, { name: 'agencies', description: 'Agencies, by name.' })
  @Policy('signed in')
  list(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
  ): Promise<AgencyConnection> {
    return this.agencies.list(pageSize(first, 100), after ?? null);
  }

  @ResolveField(() => Agency, { nullable: true, description: 'The body that it belongs to.' })
  parent(@Parent() agency: Agency, @Context() { loaders }: HubContext): Promise<Agency | null> | null {
    return agency.parentId ? loaders.get(this.agencyLoader.byId).load(agency.parentId) : null;
  }

  @ResolveField(() => [Person], { description: 'Its people in the hub, by name.' })
  async people(@Parent() agency: Agency, @Context() { loaders }: HubContext): Promise<Person[]> {
    return (await loaders.get(this.personLoader.byAgency).load(agency.id)) ?? [];
  }
}
