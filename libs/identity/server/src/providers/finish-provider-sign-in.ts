import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import { Database, LOGGER, type Logger, type Transaction } from '@sos/platform-server';
import * as openid from 'openid-client';
import { hashOfToken, type StartedSession } from '../sign-in/session.repository';
import { SignInService } from '../sign-in/sign-in.service';
import type { WayIn } from '../sign-in/way-in';
import { vouchedAddress, type ProviderProblem } from './identity-provider.rules';
import { findProvider, type ProviderRow } from './identity-provider.repository';
import { PendingInvitations } from './pending-invitations';
import { findActive, findByAddress, findLinked, link, noteUse } from './person-identity.repository';
import { ProviderClients, reasonOf } from './provider-client';

/** What a provider has sent a browser back with. */
export interface ProviderAnswer {
  providerKey: string;
  /** The query of the address, with its question mark. */
  search: string;
  /** Hash of the token of the browser; null for one that brought none. */
  browser: Buffer | null;
  way: WayIn;
  /** Who is signed in here. */
  viewer: Actor | null;
}

export type ProviderOutcome =
  | { session: StartedSession; path: string; problem?: undefined }
  /** Nobody is signed in by it; the way goes on there. */
  | { session?: undefined; path: string; problem?: undefined }
  | { session?: undefined; problem: ProviderProblem; returnTo: 'sign-in' | 'profile' };

interface Pending {
  providerId: string;
  linkingPersonId: string | null;
  codeVerifier: string;
  nonce: string;
  returnPath: string;
}

type Claims = Readonly<Record<string, unknown>> & { sub: string };

/**
 * Takes in what an identity provider says of somebody, and decides whether that is somebody of the hub. An account joins
 * a person by a link that is there already, or by an address that the provider has verified and may speak for; by nothing
 * else.
 */
@Injectable()
export class FinishProviderSignIn {
  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly clients: ProviderClients,
    private readonly invitations: PendingInvitations,
    private readonly signIn: SignInService,
  ) {}

  async finish(answer: ProviderAnswer): Promise<ProviderOutcome> {
    const parameters = new URLSearchParams(answer.search);
    const state = parameters.get('state');
    const pending = state && answer.browser ? await this.take(state, answer) : null;
    if (!state || !pending) return { problem: 'expired', returnTo: 'sign-in' };
    const returnTo = pending.linkingPersonId ? 'profile' : 'sign-in';
    const provider = await findProvider(this.database, { id: pending.providerId });
    if (!provider?.enabled) return { problem: 'unavailable', returnTo };
    const claims = await this.claimsOf(provider, pending, state, answer.search);
    if (typeof claims === 'string') return { problem: claims, returnTo };
    const outcome = await this.database.transaction((transaction) =>
      pending.linkingPersonId
        ? this.linkTo(transaction, provider, claims, pending.linkingPersonId, answer.viewer)
        : this.enter(transaction, provider, claims, { way: answer.way, returnPath: pending.returnPath }),
    );
    if (typeof outcome !== 'string') return outcome;
    this.logger.warn({ provider: provider.key, problem: outcome }, 'an identity provider’s account was refused');
    return { problem: outcome, returnTo };
  }

  /** Good once, for the browser that began it, at the redirect address of the provider that it was begun with. */
  private async take(state: string, { providerKey, browser }: ProviderAnswer): Promise<Pending | null> {
    const [pending] = await this.database.query<Pending>(
      `delete from provider_sign_in s using identity_provider i
       where s.state_hash = $1 and s.browser_hash = $2 and s.expires_at > now()
         and i.id = s.identity_provider_id and i.key = $3
       returning i.id as "providerId", s.linking_person_id as "linkingPersonId", s.code_verifier as "codeVerifier",
         s.nonce, s.return_path as "returnPath"`,
      [hashOfToken(state), browser, providerKey],
    );
    return pending ?? null;
  }

  /** What the provider says of the account, checked; or why it is not believed. Holds no connection meanwhile. */
  private async claimsOf(
    provider: ProviderRow,
    pending: Pending,
    state: string,
    search: string,
  ): Promise<Claims | ProviderProblem> {
    try {
      const configuration = await this.clients.of(provider);
      const address = new URL(`${this.clients.redirectAddress(provider)}${search}`);
      const tokens = await openid.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.codeVerifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return 'not-trusted';
      const isComplete = 'email' in claims || !configuration.serverMetadata().userinfo_endpoint;
      if (isComplete) return claims;
      // Some providers keep the ID token thin and say the rest there.
      return { ...(await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)), sub: claims.sub };
    } catch (error) {
      const problem = problemOf(error);
      const line = { provider: provider.key, reason: reasonOf(error) };
      if (problem === 'cancelled') this.logger.info(line, 'a sign-in was cancelled at the identity provider');
      else this.logger.error(line, 'an identity provider’s answer was refused');
      return problem;
    }
  }

  private async enter(
    transaction: Transaction,
    provider: ProviderRow,
    claims: Claims,
    { way, returnPath }: { way: WayIn; returnPath: string },
  ): Promise<ProviderOutcome | ProviderProblem> {
    const subject = claims.sub;
    const known = await findLinked(transaction, provider.id, subject);
    if (known?.hasLeft) return 'unknown-person';
    if (known && !provider.agencyIds.includes(known.agencyId)) return 'other-agency';
    const person = known ?? (await this.join(transaction, provider, claims));
    if (typeof person === 'string') return person;
    if ('path' in person) return person;
    await noteUse(transaction, provider.id, subject);
    return { session: await this.signIn.begin(transaction, person, way), path: returnPath };
  }

  /** Somebody whose account was never here: their verified address says who they are. */
  private async join(
    transaction: Transaction,
    provider: ProviderRow,
    claims: Claims,
  ): Promise<Actor | { path: string } | ProviderProblem> {
    const { email, problem } = vouchedAddress(provider, claims);
    if (problem) return problem;
    const person = await findByAddress(transaction, provider.id, email);
    if (!person) {
      const path = await this.invitations.pathFor(transaction, email, provider.agencyIds);
      return path ? { path } : 'unknown-person';
    }
    if (!provider.agencyIds.includes(person.agencyId)) return 'other-agency';
    // An address that was given to somebody new must not open what its owner before had.
    const isNew = !person.isLinked && (await this.linkNew(transaction, provider, claims, person, email));
    return isNew ? person : 'other-account';
  }

  private async linkTo(
    transaction: Transaction,
    provider: ProviderRow,
    claims: Claims,
    personId: string,
    viewer: Actor | null,
  ): Promise<ProviderOutcome | ProviderProblem> {
    const person = viewer?.personId === personId ? await findActive(transaction, personId) : null;
    if (!person) return 'signed-out';
    if (!provider.agencyIds.includes(person.agencyId)) return 'other-agency';
    const known = await findLinked(transaction, provider.id, claims.sub);
    if (known && known.personId !== personId) return 'linked-elsewhere';
    const email = typeof claims.email === 'string' ? claims.email.slice(0, 254) : null;
    const isLinked = known !== null || (await this.linkNew(transaction, provider, claims, person, email));
    return isLinked ? { path: `/profile?linked=${provider.key}` } : 'other-account';
  }

  private async linkNew(
    transaction: Transaction,
    provider: ProviderRow,
    claims: Claims,
    person: Actor,
    email: string | null,
  ): Promise<boolean> {
    const { personId, fullName } = person;
    const linked = await link(transaction, { personId, providerId: provider.id, subject: claims.sub, email });
    if (!linked) return false;
    await this.activity.record(transaction, person, {
      action: 'linked an account of an identity provider:',
      subjectType: 'Person',
      subjectId: personId,
      subjectLabel: fullName,
      after: { provider: provider.key, subject: claims.sub, email },
      visibleInFeed: false,
    });
    return true;
  }
}

function problemOf(error: unknown): ProviderProblem {
  if (error instanceof openid.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  }
  // The token endpoint said no: the code is not good, or the hub's own credentials are not.
  if (error instanceof openid.ResponseBodyError) return 'refused';
  return 'not-trusted';
}
