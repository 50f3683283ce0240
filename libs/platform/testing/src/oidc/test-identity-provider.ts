import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { OidcProvider, OidcProviderClass } from './oidc-provider.types';

/** By its name, because it has no types to be found by. */
const packageName: string = 'oidc-provider';

let madeKey: KeyObject | undefined;

/** Made once: that takes longer than a provider's whole life in a spec. */
const signingKey = (): KeyObject => (madeKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

/** What an account says of itself. */
export interface TestAccount {
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  [claim: string]: unknown;
}

export interface TestProviderOptions {
  /** Redirect addresses that it allows. */
  redirectAddresses: string[];
  accounts: TestAccount[];
  clientSecret?: string;
  /** Keeps the ID token thin and tells the rest on request only, as some providers do. */
  thinTokens?: boolean;
}

type Token = { header: Record<string, unknown>; claims: Record<string, unknown>; key: KeyObject | string | null };

/**
 * A real OpenID provider (oidc-provider) on this machine, with a page to sign in on and with the means to lie: what a
 * hostile or broken provider would answer, signed with its real key.
 */
export class TestIdentityProvider {
  readonly clientId = 'sos-hub';
  readonly clientSecret: string;
  /** Changes the next ID tokens before they are signed; null: as they are. */
  tamper: ((token: Token) => Token) | null = null;
  /** Requests by path, to see what the hub has asked. */
  readonly asked: string[] = [];

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly options: TestProviderOptions,
    private readonly key: KeyObject,
  ) {
    this.clientSecret = options.clientSecret ?? 'a-secret-that-only-the-two-know';
  }

  static async start(options: TestProviderOptions): Promise<TestIdentityProvider> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const running = new TestIdentityProvider(server, issuer, options, signingKey());
    const { default: Provider } = (await import(packageName)) as { default: OidcProviderClass };
    running.listen(Provider);
    return running;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((stopped) => this.server.close(stopped));
  }

  private listen(Provider: OidcProviderClass): void {
    const provider = this.build(Provider);
    const answer = provider.callback();
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { pathname } = new URL(request.url ?? '/', this.issuer);
      this.asked.push(pathname);
      if (!pathname.startsWith('/interaction/')) return answer(request, response);
      this.interact(provider, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
  }

  private build(Provider: OidcProviderClass): OidcProvider {
    const { accounts, redirectAddresses, thinTokens = false } = this.options;
    const configuration = {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: redirectAddresses,
          response_types: ['code'],
          grant_types: ['authorization_code'],
        },
      ],
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['only for tests'] },
      claims: { openid: ['sub'], email: ['email', 'email_verified', 'xms_edov'], profile: ['name'] },
      conformIdTokenClaims: thinTokens,
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Grant: 600, Interaction: 600, Session: 600 },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, sub: string) => {
        const account = accounts.find((each) => each.sub === sub);
        return account && { accountId: sub, claims: () => account };
      },
      // Nobody is asked whether the hub may know their address.
      loadExistingGrant: async ({
        oidc,
      }: {
        oidc: { session: { accountId: string }; client: { clientId: string } };
      }) => {
        const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
        grant.addOIDCScope('openid email profile');
        await grant.save();
        return grant;
      },
    };
    const provider: OidcProvider = quietly(() => new Provider(this.issuer, configuration));
    provider.use(async (context, next) => {
      await next();
      if (context.path !== '/token' || !this.tamper || typeof context.body?.id_token !== 'string') return;
      context.body = { ...context.body, id_token: this.resigned(context.body.id_token, this.tamper) };
    });
    return provider;
  }

  private async interact(provider: OidcProvider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end(page(this.options.accounts, params.login_hint));
    }
    const form = new URLSearchParams(await text(request));
    const accountId = form.get('account');
    const result = accountId
      ? { login: { accountId } }
      : { error: 'access_denied', error_description: 'The person pressed Cancel.' };
    await provider.interactionFinished(request, response, result);
  }

  private resigned(token: string, tamper: (token: Token) => Token): string {
    const [header, claims] = token
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>);
    const changed = tamper({ header: header!, claims: claims!, key: this.key });
    const signed = [changed.header, changed.claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${signed}.${signature(signed, changed.key)}`;
  }
}

/** It warns that its memory is no database; here it is none on purpose. */
function quietly<T>(work: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}

function signature(signed: string, key: KeyObject | string | null): string {
  if (key === null) return '';
  return typeof key === 'string'
    ? createHmac('sha256', key).update(signed).digest('base64url')
    : createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
}

const page = (accounts: readonly TestAccount[], hint = ''): string => `<!doctype html>
<html lang="en"><title>Agency sign-in</title><h1>Agency sign-in</h1><p>Continue${hint ? ` as ${escaped(hint)}` : ''}</p>
<form method="post">${accounts
  .map(({ sub }) => `<button name="account" value="${escaped(sub)}">Continue as ${escaped(sub)}</button>`)
  .join('')}<button name="cancel" value="yes">Cancel</button></form></html>`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
