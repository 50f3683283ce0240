import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { AccessTokensModule } from './access-tokens/access-tokens.module';
import { ActivityActorResolver } from './activity-actor.resolver';
import { AgencyLoader } from './agency.loader';
import { AgencyRepository } from './agency.repository';
import { AgencyResolver } from './agency.resolver';
import { DemonstrationPersons } from './demonstration-persons';
import { Departures } from './leaving/departures';
import { PasskeyModule } from './passkeys/passkey.module';
import { PeopleAccess } from './people.access';
import { PersonLoader } from './person.loader';
import { PersonRepository } from './person.repository';
import { PersonResolver } from './person.resolver';
import { EditProfile } from './profile/edit-profile';
import { NotificationAddress } from './profile/notification-address';
import { ProfileResolver } from './profile/profile.resolver';
import { ProviderModule } from './providers/provider.module';
import { SignInModule } from './sign-in/sign-in.module';
import { LeaveHub } from './leaving/leave-hub';
import { LeaveHubResolver } from './leaving/leave-hub.resolver';
import { LeavingOfIdentity } from './leaving/leaving-of-identity';
import { ChangeRoles } from './roles/change-roles';
import { RoleGrantLoader } from './roles/role-grant.loader';
import { ChangeRolesResolver } from './roles/change-roles.resolver';
import { ViewerResolver } from './viewer.resolver';

/** People, agencies and who is signed in. Global: every domain above names people and agencies. */
@Global()
@Module({
  imports: [AccessTokensModule, PasskeyModule, ProviderModule, SignInModule],
  providers: [
    PeopleAccess,
    ActivityActorResolver,
    AgencyLoader,
    AgencyRepository,
    AgencyResolver,
    ChangeRoles,
    ChangeRolesResolver,
    RoleGrantLoader,
    DemonstrationPersons,
    Departures,
    EditProfile,
    NotificationAddress,
    LeaveHub,
    LeaveHubResolver,
    LeavingOfIdentity,
    PersonLoader,
    PersonRepository,
    PersonResolver,
    ProfileResolver,
    ViewerResolver,
  ],
  exports: [AgencyLoader, Departures, PersonLoader, RoleGrantLoader, SignInModule],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly agencyLoader: AgencyLoader,
    private readonly personLoader: PersonLoader,
    private readonly roleGrantLoader: RoleGrantLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Agency', (id, { loaders }) => loaders.get(this.agencyLoader.byId).load(id));
    this.nodes.register('Person', (id, { loaders }) => loaders.get(this.personLoader.byId).load(id));
    // To everybody else the id of a role answers like one of nothing.
    this.nodes.register('RoleGrant', (id, { viewer, loaders }) =>
      viewer?.isStaff || viewer?.isAdministrator
        ? loaders.get(this.roleGrantLoader.byId).load(id)
        : Promise.resolve(null),
    );
  }
}
