import { Inject, Injectable } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lookAs } from '../database/row-scope';
import { requestIdOf } from '../http/request-identity';
import { SessionCookie } from '../http/session-cookie';
import { RequestRates } from '../limits/request-rates';
import type { Settings } from '../settings';
import { SETTINGS } from '../tokens';
import { TokenSource, ViewerSource, type TokenAccess, type Viewer } from '../viewer';
import { LoaderRegistry, type HubContext } from './context';
import { markError } from './errors';

/** Makes the context of an operation: who asks, under which reference, with loaders of its own. */
@Injectable()
export class ContextSource {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly viewers: ViewerSource,
    private readonly tokens: TokenSource,
    private readonly rates: RequestRates,
  ) {
    this.cookie = new SessionCookie(settings.publicUrl);
  }

  async of(request: IncomingMessage, response: ServerResponse): Promise<HubContext> {
    const access = request.headers.authorization === undefined ? null : await this.accessOf(request);
    // A program is who its token says, whatever else it sends along.
    const sessionToken = access ? null : this.cookie.read(request);
    const viewer = access ? await this.viewers.ofPerson(access.personId) : await this.viewerOf(sessionToken, request);
    if (viewer) this.rates.count(viewer);
    lookAs(viewer);
    const requestId = requestIdOf(request);
    return {
      viewer,
      sessionToken,
      access,
      requestId,
      request,
      response,
      loaders: new LoaderRegistry(),
    };
  }

  /** What a page asks by itself, such as how long the session still has, does not keep the session alive. */
  private async viewerOf(sessionToken: string | null, request: IncomingMessage): Promise<Viewer | null> {
    if (!sessionToken) return null;
    const isBackground = request.headers['sos-background'];
    try {
      return await (isBackground ? this.viewers.peek(sessionToken) : this.viewers.find(sessionToken));
    } catch (error) {
      const failure = new GraphQLError('The viewer could not be read.', { originalError: error as Error });
      markError(failure, requestIdOf(request));
      throw failure;
    }
  }

  private async accessOf({ headers }: IncomingMessage): Promise<TokenAccess | null> {
    const [scheme, token] = headers.authorization?.split(' ') ?? [];
    if (scheme?.toLowerCase() !== 'bearer' || !token) return null;
    const access = await this.tokens.find(token);
    if (access) return access;
    throw new GraphQLError('This access token is not valid: it was revoked, or its time is over. Make another.', {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  }
}
