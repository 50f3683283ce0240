import { Inject, Injectable } from '@nestjs/common';
import { outsideFetch, SecretBox, SETTINGS, type Settings } from '@sos/platform-server';
import * as openid from 'openid-client';
import type { ProviderRow } from './identity-provider.repository';

const limits = { milliseconds: 10_000, bytes: 1024 * 1024 };
/** Long enough that a morning's sign-ins ask once, short enough that what the provider changes is soon known. */
const minutesRemembered = 10;

/** Where the sealed secret of a provider is kept; it does not open anywhere else. */
export const placeOfSecret = (id: string): string => `identity_provider.client_secret:${id}`;

/** The provider cannot be spoken with; the message says why, for its administrator. */
export class ProviderError extends Error {}

interface Remembered {
  version: number;
  until: number;
  configuration: Promise<openid.Configuration>;
}

/** Speaks OpenID Connect with the providers. Every address they name is fetched under the hub's own rules. */
@Injectable()
export class ProviderClients {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly box: SecretBox,
  ) {}

  redirectAddress({ key }: Pick<ProviderRow, 'key'>): string {
    return `${this.settings.publicUrl}/sign-in/provider/${key}/callback`;
  }

  /** @throws ProviderError */
  of(provider: ProviderRow): Promise<openid.Configuration> {
    const known = this.remembered.get(provider.id);
    if (known && known.version === provider.version && known.until > performance.now()) return known.configuration;
    const configuration = this.discover(provider);
    const until = performance.now() + minutesRemembered * 60_000;
    this.remembered.set(provider.id, { version: provider.version, until, configuration });
    // A failure must not be remembered: the next person asks again.
    configuration.catch(() => this.remembered.delete(provider.id));
    return configuration;
  }

  /** Reads the provider's own description of itself. @throws ProviderError */
  async discover(provider: ProviderRow): Promise<openid.Configuration> {
    const issuer = new URL(provider.issuer);
    const overHttp = issuer.protocol === 'http:' && this.settings.allowPrivateIdentityProviders;
    const customFetch = outsideFetch({ ...limits, publicOnly: !this.settings.allowPrivateIdentityProviders });
    let found: openid.Configuration;
    try {
      found = await openid.discovery(issuer, provider.clientId, undefined, openid.None(), {
        [openid.customFetch]: customFetch as openid.CustomFetch,
        timeout: limits.milliseconds / 1_000,
        execute: overHttp ? [openid.allowInsecureRequests] : [],
      });
    } catch (error) {
      throw new ProviderError(`Its description of itself cannot be read: ${reasonOf(error)}`, { cause: error });
    }
    const metadata = found.serverMetadata();
    if (metadata.issuer !== provider.issuer) {
      throw new ProviderError(`It calls itself ${metadata.issuer}, but ${provider.issuer} is kept as its issuer.`);
    }
    const authentication = clientAuthentication(metadata, this.secretOf(provider));
    const configuration = new openid.Configuration(metadata, provider.clientId, undefined, authentication);
    configuration[openid.customFetch] = customFetch as openid.CustomFetch;
    configuration.timeout = limits.milliseconds / 1_000;
    if (overHttp) openid.allowInsecureRequests(configuration);
    // Without it the library trusts the connection alone, and takes tokens that are signed by nobody.
    openid.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  private secretOf({ id, clientSecret }: ProviderRow): string | null {
    if (!clientSecret) return null;
    const secret = this.box.open(clientSecret, placeOfSecret(id));
    if (secret === null) {
      throw new ProviderError(
        'Its client secret cannot be opened: SECRETS_KEY is not the one that sealed it. Enter it anew.',
      );
    }
    return secret;
  }
}

function clientAuthentication(metadata: openid.ServerMetadata, secret: string | null): openid.ClientAuth {
  if (secret === null) return openid.None();
  const ways = metadata.token_endpoint_auth_methods_supported;
  const basic = !ways || ways.includes('client_secret_basic');
  return basic ? openid.ClientSecretBasic(secret) : openid.ClientSecretPost(secret);
}

/** What a library or the network says, in a sentence; never a token or a secret, which some errors carry along. */
export function reasonOf(error: unknown): string {
  const {
    message,
    cause,
    error: code,
    error_description: description,
  } = error as {
    message?: string;
    cause?: { message?: string };
    error?: string;
    error_description?: string;
  };
  if (code) return description ? `${code} (${description.slice(0, 200)})` : code;
  const reason = cause instanceof Error && cause.message ? cause.message : message;
  return (reason ?? 'for an unknown reason').slice(0, 300);
}
