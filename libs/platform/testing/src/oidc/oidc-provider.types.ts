import type { IncomingMessage, ServerResponse } from 'node:http';

interface Context {
  path: string;
  body: Record<string, unknown>;
}

interface Grant {
  addOIDCScope(scope: string): void;
  save(): Promise<string>;
}

/** What of oidc-provider, which comes without types, the tests use. */
export interface OidcProvider {
  Grant: new (of: { clientId: string; accountId: string }) => Grant;
  use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): void;
  callback(): (request: IncomingMessage, response: ServerResponse) => void;
  interactionDetails(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<{ uid: string; params: { login_hint?: string } }>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
}

export type OidcProviderClass = new (issuer: string, configuration: object) => OidcProvider;
