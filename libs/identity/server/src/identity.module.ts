import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { ActivityActorResolver } from './activity-actor.resolver';
import { AgencyLoader } from './agency.loader';
import { AgencyRepository } from './agency.repository';
import { AgencyResolver } from './agency.resolver';
import { DemonstrationPersons } from './demonstration-persons';
import { Departures } from './leaving/departures';
import { OneTimeSignInController } from './sign-in/one-time-sign-in.controller';
import { PersonLoader } from './person.loader';
import { PersonRepository } from './person.repository';
import { PersonResolver } from './person.resolver';
import { SignInDoor } from './sign-in/sign-in-door';
import { SignInService } from './sign-in/sign-in.service';
import { ViewerResolver } from './viewer.resolver';

/** People, agencies and who is signed in. Global: every domain above names people and agencies. */
@Global()
@Module({
  controllers: [OneTimeSignInController],
  providers: [
    ActivityActorResolver,
    AgencyLoader,
    AgencyRepository,
    AgencyResolver,
    DemonstrationPersons,
    Departures,
    PersonLoader,
    PersonRepository,
    PersonResolver,
    SignInDoor,
    SignInService,
    ViewerResolver,
  ],
  exports: [AgencyLoader, Departures, PersonLoader, SignInDoor, SignInService],
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
