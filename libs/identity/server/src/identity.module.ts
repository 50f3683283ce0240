import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { AgencyLoader } from './agency.loader';
import { AgencyRepository } from './agency.repository';
import { AgencyResolver } from './agency.resolver';
import { PersonLoader } from './person.loader';
import { PersonRepository } from './person.repository';
import { PersonResolver } from './person.resolver';

/** People, agencies and who is signed in. Global: every domain above names people and agencies. */
@Global()
@Module({
  providers: [AgencyLoader, AgencyRepository, AgencyResolver, PersonLoader, PersonRepository, PersonResolver],
  exports: [AgencyLoader, PersonLoader],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly agencyLoader: AgencyLoader,
    private readonly personLoader: PersonLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Agency', (id, { loaders }) => loaders.get(this.agencyLoader.byId).load(id));
    this.nodes.register('Person', (id, { loaders }) => loaders.get(this.personLoader.byId).load(id));
  }
}
