import type { ActivityRecorder } from '@sos/activity-server';
import { Database, encodeId, SecretBox, type FieldProblem, type Settings } from '@sos/platform-server';
import { findProvider, findProviders, type ProviderRow } from './identity-provider.repository';
import { VerificationClaim, type ConnectionCheck } from './identity-provider.types';
import { ProviderClients } from './provider-client';
import { TestConnection } from './test-connection';
import { WriteIdentityProvider } from './write-identity-provider';

export interface NewProvider {
  key: string;
  displayName: string;
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  agencyKeys: readonly string[];
  mailDomains: readonly string[];
  isEntra: boolean;
}

type Added =
  | { refusal: FieldProblem[]; provider?: undefined; redirectAddress?: undefined }
  | { refusal?: undefined; provider: ProviderRow; redirectAddress: string };

/** Identity providers from the command line, where nobody is signed in and a key names what an id names elsewhere. */
export class IdentityProviderOffice {
  private readonly clients: ProviderClients;
  private readonly writing: WriteIdentityProvider;

  constructor(
    settings: Settings,
    private readonly database: Database,
    activity: ActivityRecorder,
  ) {
    const box = new SecretBox(settings.secretKeys);
    this.clients = new ProviderClients(settings, box);
    // What a running hub remembers of sessions it forgets by itself within two seconds.
    this.writing = new WriteIdentityProvider(settings, database, activity, box, { forgetPerson: () => undefined });
  }

  list(): Promise<ProviderRow[]> {
    return findProviders(this.database);
  }

  async add({ agencyKeys, isEntra, mailDomains, ...input }: NewProvider): Promise<Added> {
    const agencies = await this.database.query<{ id: string; key: string }>(
      'select id, key from agency where key = any($1::text[])',
      [agencyKeys],
    );
    const missing = agencyKeys.find((key) => !agencies.some((agency) => agency.key === key));
    if (missing !== undefined)
      return { refusal: [{ path: 'agencyKeys', message: `No agency has the key ${missing}.` }] };
    const outcome = await this.writing.add(null, {
      ...input,
      mailDomains: [...mailDomains],
      agencyIds: agencies.map(({ id }) => encodeId('Agency', id)),
      verificationClaim: isEntra ? VerificationClaim.XMS_EDOV : VerificationClaim.EMAIL_VERIFIED,
    });
    if (!('provider' in outcome)) return { refusal: problemsOf(outcome) };
    return { provider: outcome.provider, redirectAddress: this.clients.redirectAddress(outcome.provider) };
  }

  /** @returns null when no provider has this key. */
  async switch(key: string, enabled: boolean): Promise<ProviderRow | null> {
    const provider = await findProvider(this.database, { key });
    if (!provider) return null;
    const input = { identityProviderId: encodeId('IdentityProvider', provider.id), enabled };
    await this.writing.switch(null, { ...input, expectedVersion: provider.version });
    return provider;
  }

  async test(key: string): Promise<ConnectionCheck[] | null> {
    const provider = await findProvider(this.database, { key });
    return provider && new TestConnection(this.clients).test(provider);
  }
}

const problemsOf = (outcome: { refusal?: { message: string; fields?: FieldProblem[] } }): FieldProblem[] =>
  outcome.refusal?.fields ?? [{ path: '', message: outcome.refusal?.message ?? 'It was not added.' }];
