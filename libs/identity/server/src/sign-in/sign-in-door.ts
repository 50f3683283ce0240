import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { SessionCookie, SETTINGS, ViewerSource, type Settings } from '@sos/platform-server';
import type { StartedSession } from './session.repository';
import { wayIn, type SignInMethod, type WayIn } from './way-in';

/**
 * The browser's side of every way in: who knocks, and the cookie that they get.
 *
 *     const way = door.wayIn('passkey', request);
 *     const session = await database.transaction((transaction) => signIn.begin(transaction, person, way));
 *     door.open(response, session, way);
 */
@Injectable()
export class SignInDoor {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly viewers: ViewerSource,
  ) {
    this.cookie = new SessionCookie(settings.publicUrl);
  }

  wayIn(method: SignInMethod, request: IncomingMessage): WayIn {
    return wayIn(method, request, this.cookie.read(request));
  }

  /** Once the session has been committed. */
  open(
    response: ServerResponse,
    { token, expiresAt }: StartedSession,
    { previousToken }: Pick<WayIn, 'previousToken'>,
  ): void {
    if (previousToken) this.viewers.forget(previousToken);
    this.cookie.write(response, token, expiresAt);
  }

  close(response: ServerResponse): void {
    this.cookie.clear(response);
  }
}
