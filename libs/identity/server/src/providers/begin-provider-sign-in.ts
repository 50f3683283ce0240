import { Inject, Injectable } from '@nestjs/common';
import { Database, LOGGER, notFound, type Logger, type NotFoundRefusal, type Queryable } from '@sos/platform-server';
import * as openid from 'openid-client';
import { hashOfToken } from '../sign-in/session.repository';
import { safeReturnPath } from '../sign-in/return-path';
import { domainOf } from './identity-provider.rules';
import { findProvider } from './identity-provider.repository';
import type { ProviderSignInBegun, ProviderUnavailableRefusal } from './identity-provider.types';
import { ProviderClients, reasonOf } from './provider-client';

const minutesOfSignIn = 10;

interface Beginning {
  providerKey: string;
  returnPath?: string | null;
  email?: string | null;
  /** Who is signed in already and adds this way in. */
  linkingPersonId?: string;
  /** Hash of the token of the browser. */
  browser: Buffer;
}

/** Sends a browser to an identity provider, with what only that browser can bring back. */
@Injectable()
export class BeginProviderSignIn {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly clients: ProviderClients,
  ) {}

  async begin(beginning: Beginning): Promise<ProviderSignInBegun | NotFoundRefusal | ProviderUnavailableRefusal> {
    const provider = await findProvider(this.database, { key: beginning.providerKey });
    if (!provider?.enabled) return notFound('way to sign in');
    let configuration: openid.Configuration;
    try {
      configuration = await this.clients.of(provider);
    } catch (error) {
      this.logger.error({ provider: provider.key, reason: reasonOf(error) }, 'an identity provider cannot be used');
      return unavailable(provider.displayName);
    }
    const [state, nonce, codeVerifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    await this.keep(this.database, { ...beginning, providerId: provider.id, state, nonce, codeVerifier });
    const hint = beginning.email && domainOf(beginning.email) ? beginning.email.trim().slice(0, 254) : null;
    const address = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.clients.redirectAddress(provider),
      scope: 'openid email profile',
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(hint === null ? {} : { login_hint: hint }),
    });
    return { __typename: 'ProviderSignInBegun', address: address.href };
  }

  private async keep(
    database: Queryable,
    kept: Beginning & { providerId: string; state: string; nonce: string; codeVerifier: string },
  ): Promise<void> {
    await database.query('delete from provider_sign_in where expires_at <= now()');
    await database.query(
      `insert into provider_sign_in
         (state_hash, browser_hash, identity_provider_id, linking_person_id, code_verifier, nonce, return_path, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + interval '${minutesOfSignIn} minutes')`,
      [
        hashOfToken(kept.state),
        kept.browser,
        kept.providerId,
        kept.linkingPersonId ?? null,
        kept.codeVerifier,
        kept.nonce,
        safeReturnPath(kept.returnPath) ?? '/',
      ],
    );
  }
}

const unavailable = (name: string): ProviderUnavailableRefusal => ({
  __typename: 'ProviderUnavailableRefusal',
  message: `${name} does not answer at the moment. Try again in a few minutes, or ask for a link by mail.`,
});
