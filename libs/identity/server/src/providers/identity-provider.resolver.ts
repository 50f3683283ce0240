import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Database, notFound, Policy, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { AgencyLoader } from '../agency.loader';
import { Agency } from '../agency.types';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import { findProvider, findProviders, type ProviderRow } from './identity-provider.repository';
import {
  AddIdentityProviderInput,
  EditIdentityProviderInput,
  IdentityProvider,
  IdentityProviderResult,
  SwitchIdentityProviderInput,
  TestConnectionResult,
} from './identity-provider.types';
import { ProviderClients } from './provider-client';
import { TestConnection } from './test-connection';
import { WriteIdentityProvider } from './write-identity-provider';

type Written = Awaited<ReturnType<WriteIdentityProvider['add']>>;

/** Identity providers, for administrators. */
@Resolver(() => IdentityProvider)
export class IdentityProviderResolver {
  constructor(
    private readonly database: Database,
    private readonly clients: ProviderClients,
    private readonly agencyLoader: AgencyLoader,
    private readonly writing: WriteIdentityProvider,
    private readonly testing: TestConnection,
  ) {}

  @Query(() => [IdentityProvider], { description: 'Identity providers, by name.' })
  @Policy('administrator')
  async identityProviders(): Promise<IdentityProvider[]> {
    return (await findProviders(this.database)).map((row) => this.shown(row));
  }

  async findOne(id: string): Promise<IdentityProvider | null> {
    const row = await findProvider(this.database, { id });
    return row && this.shown(row);
  }

  @ResolveField(() => [Agency], { description: 'Agencies whose people it may let in.' })
  async agencies(@Parent() { agencyIds }: IdentityProvider, @Context() { loaders }: HubContext): Promise<Agency[]> {
    const found = await Promise.all(agencyIds.map((id) => loaders.get(this.agencyLoader.byId).load(id)));
    return found.filter((agency) => agency !== null).sort((one, other) => one.name.localeCompare(other.name, 'en'));
  }

  @Mutation(() => IdentityProviderResult, {
    description: 'Adds an identity provider. Switch it on when its test passes.',
  })
  @Policy('administrator')
  async addIdentityProvider(
    @Args('input') input: AddIdentityProviderInput,
    @Context() context: HubContext,
  ): Promise<IdentityProviderResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    return refusal ?? this.resultOf(await this.writing.add(requireViewer(context), input));
  }

  @Mutation(() => IdentityProviderResult, { description: 'Edits an identity provider.' })
  @Policy('administrator')
  async editIdentityProvider(
    @Args('input') input: EditIdentityProviderInput,
    @Context() context: HubContext,
  ): Promise<IdentityProviderResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    return refusal ?? this.resultOf(await this.writing.edit(requireViewer(context), input));
  }

  @Mutation(() => IdentityProviderResult, { description: 'Switches signing in with an identity provider on or off.' })
  @Policy('administrator')
  async switchIdentityProvider(
    @Args('input') input: SwitchIdentityProviderInput,
    @Context() context: HubContext,
  ): Promise<IdentityProviderResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    return refusal ?? this.resultOf(await this.writing.switch(requireViewer(context), input));
  }

  @Mutation(() => TestConnectionResult, { description: 'Looks at all that signing in with a provider needs.' })
  @Policy('administrator')
  async testIdentityProvider(
    @Args('identityProviderId', { type: () => ID }) id: string,
  ): Promise<TestConnectionResult> {
    const uuid = uuidOf('IdentityProvider', id);
    const provider = uuid ? await findProvider(this.database, { id: uuid }) : null;
    if (!provider) return notFound('identity provider');
    return { __typename: 'ConnectionTested', checks: await this.testing.test(provider) };
  }

  private shown({ clientSecret, ...row }: ProviderRow): IdentityProvider {
    const redirectAddress = this.clients.redirectAddress(row);
    return { ...row, hasClientSecret: clientSecret !== null, redirectAddress };
  }

  private resultOf({ refusal, stale, ...done }: Written & { provider?: ProviderRow }): IdentityProviderResult {
    if (refusal) return refusal;
    return stale
      ? {
          __typename: 'StaleIdentityProviderRefusal',
          message: 'Somebody else has changed it meanwhile. Look at it as it is now, then save again.',
          current: this.shown(stale),
        }
      : { __typename: 'IdentityProviderSuccess', identityProvider: this.shown(done.provider!) };
  }
}
