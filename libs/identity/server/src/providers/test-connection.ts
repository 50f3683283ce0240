import { Injectable } from '@nestjs/common';
import * as openid from 'openid-client';
import type { ProviderRow } from './identity-provider.repository';
import { CheckOutcome, VerificationClaim, type ConnectionCheck } from './identity-provider.types';
import { ProviderClients, reasonOf } from './provider-client';

const check = (name: string, outcome: CheckOutcome, message: string): ConnectionCheck => ({ name, outcome, message });
const passed = (name: string, message: string) => check(name, CheckOutcome.PASSED, message);
const warning = (name: string, message: string) => check(name, CheckOutcome.WARNING, message);
const failed = (name: string, message: string) => check(name, CheckOutcome.FAILED, message);

/** Looks at everything that a sign-in needs of a provider, short of signing somebody in. */
@Injectable()
export class TestConnection {
  constructor(private readonly clients: ProviderClients) {}

  async test(provider: ProviderRow): Promise<ConnectionCheck[]> {
    let configuration: openid.Configuration;
    try {
      configuration = await this.clients.discover(provider);
    } catch (error) {
      return [failed('Discovery', (error as Error).message)];
    }
    const metadata = configuration.serverMetadata();
    return [
      passed('Discovery', `It describes itself as ${metadata.issuer}.`),
      endpointsCheck(metadata),
      flowCheck(metadata),
      await this.keysCheck(configuration),
      await this.clientCheck(configuration, provider),
      claimsCheck(metadata, provider),
    ];
  }

  /** Tokens are checked against these keys, so at least one that signs must be there. */
  private async keysCheck(configuration: openid.Configuration): Promise<ConnectionCheck> {
    const name = 'Signing keys';
    const { jwks_uri: address } = configuration.serverMetadata();
    if (!address) return failed(name, 'It names no address of its signing keys (jwks_uri).');
    try {
      const response = await configuration[openid.customFetch]!(address, {
        method: 'GET',
        headers: { accept: 'application/json' },
        body: undefined,
        redirect: 'manual',
      });
      const { keys = [] } = (await response.json()) as { keys?: { kty?: string; use?: string }[] };
      const signing = keys.filter(({ kty, use }) => kty !== 'oct' && (use === undefined || use === 'sig'));
      return signing.length > 0
        ? passed(name, `${signing.length === 1 ? 'One key' : `${signing.length} keys`} to check its tokens with.`)
        : failed(name, 'It shows no key that signs tokens.');
    } catch (error) {
      return failed(name, `Its signing keys cannot be read: ${reasonOf(error)}`);
    }
  }

  /** Shows a code that nobody issued: whoever knows the hub refuses the code, whoever does not refuses the hub. */
  private async clientCheck(configuration: openid.Configuration, provider: ProviderRow): Promise<ConnectionCheck> {
    const name = 'Client id and secret';
    try {
      await openid.genericGrantRequest(configuration, 'authorization_code', {
        code: 'connection-test-of-sos-hub',
        redirect_uri: this.clients.redirectAddress(provider),
        code_verifier: openid.randomPKCECodeVerifier(),
      });
      return failed(name, 'It took a made-up code for a good one. Do not use it.');
    } catch (error) {
      const code = error instanceof openid.ResponseBodyError ? error.error : null;
      if (code === 'invalid_grant') return passed(name, 'It knows the hub, and refuses a made-up code.');
      if (
        error instanceof openid.WWWAuthenticateChallengeError ||
        code === 'invalid_client' ||
        code === 'unauthorized_client'
      ) {
        return failed(name, `It does not accept them: ${reasonOf(error)}. Enter both again, or ask its identity team.`);
      }
      return warning(name, `It answered otherwise than expected: ${reasonOf(error)}. Try to sign in with it.`);
    }
  }
}

function endpointsCheck(metadata: openid.ServerMetadata): ConnectionCheck {
  const name = 'Addresses';
  const missing = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter((key) => !metadata[key]);
  if (missing.length > 0) return failed(name, `It does not name ${missing.join(', ')}.`);
  return passed(name, `Sign-in at ${new URL(metadata.authorization_endpoint!).host}.`);
}

function flowCheck(metadata: openid.ServerMetadata): ConnectionCheck {
  const name = 'Way of signing in';
  if (metadata.response_types_supported && !metadata.response_types_supported.includes('code')) {
    return failed(name, 'It does not offer the authorization code flow (response type “code”).');
  }
  return metadata.code_challenge_methods_supported?.includes('S256')
    ? passed(name, 'Authorization code with PKCE.')
    : warning(
        name,
        'It does not say that it knows PKCE (S256). The hub sends it all the same; most providers then use it.',
      );
}

function claimsCheck(metadata: openid.ServerMetadata, provider: ProviderRow): ConnectionCheck {
  const name = 'Address of the person';
  const claim = provider.verificationClaim;
  const offered = metadata.claims_supported as string[] | undefined;
  const scopes = metadata.scopes_supported;
  if (scopes && !scopes.includes('email')) return failed(name, 'It does not offer the scope “email”.');
  if (claim === VerificationClaim.EMAIL_VERIFIED && offered?.includes('email') && !offered.includes(claim)) {
    return warning(
      name,
      'It does not say that it tells whether an address is verified (email_verified); without that, nobody is let in.',
    );
  }
  return passed(name, `Expected are the claims email and ${claim}.`);
}
