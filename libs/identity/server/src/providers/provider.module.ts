import { Module, type OnModuleInit } from '@nestjs/common';
import { Database, NodeRegistry } from '@sos/platform-server';
import { Departures } from '../leaving/departures';
import { BeginProviderSignIn } from './begin-provider-sign-in';
import { FinishProviderSignIn } from './finish-provider-sign-in';
import { IdentityProviderResolver } from './identity-provider.resolver';
import { findOwn, unlinkAll } from './person-identity.repository';
import { ProviderCallbackController } from './provider-callback.controller';
import { ProviderClients } from './provider-client';
import { ProviderSignInResolver, ViewerIdentitiesResolver } from './provider-sign-in.resolver';
import { TestConnection } from './test-connection';
import { WriteIdentityProvider } from './write-identity-provider';

/** Signing in with the identity providers of agencies (OpenID Connect). */
@Module({
  controllers: [ProviderCallbackController],
  providers: [
    BeginProviderSignIn,
    FinishProviderSignIn,
    IdentityProviderResolver,
    ProviderClients,
    ProviderSignInResolver,
    TestConnection,
    ViewerIdentitiesResolver,
    WriteIdentityProvider,
  ],
})
export class ProviderModule implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly nodes: NodeRegistry,
    private readonly departures: Departures,
    private readonly providers: IdentityProviderResolver,
  ) {}

  onModuleInit(): void {
    this.nodes.register('IdentityProvider', async (id, { viewer }) =>
      viewer?.isAdministrator ? this.providers.findOne(id) : null,
    );
    this.nodes.register('LinkedIdentity', async (id, { viewer }) => {
      const own = viewer ? await findOwn(this.database, viewer.personId) : [];
      return own.find((identity) => identity.id === id) ?? null;
    });
    this.departures.register({
      name: 'identities',
      end: (transaction, { personId }) => unlinkAll(transaction, personId),
    });
  }
}
