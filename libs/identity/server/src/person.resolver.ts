import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, toConnection, uuidOf, type HubContext } from '@sos/platform-server';
import { AgencyLoader } from './agency.loader';
import { Agency } from './agency.types';
import { PersonRepository } from './person.repository';
import { Person, PersonConnection } from './person.types';

@Resolver(() => Person)
export class PersonResolver {
  constructor(
    private readonly persons: PersonRepository,
    private readonly agencyLoader: AgencyLoader,
  ) {}

  @Query(() => PersonConnection, { description: 'People of the hub, by name.' })
  @Policy('signed in')
  people(
    @Args('text', { type: () => String, nullable: true, description: 'Looked for in name, job and agency.' })
    text: string | null,
    @Args('agencyId', { type: () => ID, nullable: true, description: 'Only people of this agency.' })
    agencyId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
  ): Promise<PersonConnection> {
    const agency = agencyId ? uuidOf('Agency', agencyId) : null;
    if (agencyId && !agency) return Promise.resolve(nobody());
    return this.persons.list(
      { text: text?.trim().slice(0, 200) || null, agencyId: agency },
      pageSize(first, 50),
      after ?? null,
    );
  }

  @ResolveField(() => Agency, { description: 'The agency that the person works for.' })
  agency(@Parent() person: Person, @Context() { loaders }: HubContext): Promise<Agency | null> {
    return loaders.get(this.agencyLoader.byId).load(person.agencyId);
  }
}

const nobody = () => toConnection<Person>([], 0, null, () => [], 0) as PersonConnection;
