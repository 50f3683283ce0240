import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { lookAs } from '../database/row-scope';
import { requestIdOf } from '../http/request-identity';
import { SessionCookie } from '../http/session-cookie';
import type { Settings } from '../settings';
import { SETTINGS } from '../tokens';
import { ViewerSource, type Viewer } from '../viewer';
import { LoaderRegistry, type HubContext } from './context';

/** Makes the context of an operation: who asks, under which reference, with loaders of its own. */
@Injectable()
export class ContextSource {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly viewers: ViewerSource,
  ) {
    this.cookie = new SessionCookie(settings.publicUrl);
  }

  /** What a page asks by itself, such as how long the session still has, does not keep the session alive. */
  private viewerOf(sessionToken: string, { headers }: IncomingMessage): Promise<Viewer | null> {
    return headers['sos-background'] ? this.viewers.peek(sessionToken) : this.viewers.find(sessionToken);
  }

  async of(request: IncomingMessage, response: ServerResponse): Promise<HubContext> {
    const sessionToken = this.cookie.read(request);
    const viewer = sessionToken ? await this.viewerOf(sessionToken, request) : null;
    lookAs(viewer);
    return {
      viewer,
      sessionToken,
      requestId: requestIdOf(request),
      request,
      response,
      loaders: new LoaderRegistry(),
    };
  }
}
