import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { SessionCookie, SETTINGS, type Settings } from '@sos/platform-server';
import type { Response } from 'express';
import { SignInService } from './sign-in.service';

/**
 * Takes the token of a one-time address, which the page sends on. Only a POST uses it up: a mail scanner that follows
 * the address with a GET changes nothing.
 */
@Controller('sign-in/one-time')
export class OneTimeSignInController {
  private readonly cookie: SessionCookie;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly signIn: SignInService,
  ) {
    this.cookie = new SessionCookie(settings.publicUrl);
  }

  /** 204 with the session's cookie; 400 for what is no token; 410 for one that no longer works. */
  @Post()
  async enter(@Body() body: unknown, @Res() response: Response): Promise<void> {
    const token = tokenOf(body);
    if (!token) {
      response.status(400).json({ message: 'This sign-in address is not complete. Open it again from the message.' });
      return;
    }
    const session = await this.signIn.byOneTimeAddress(token);
    if (!session) {
      const message = 'This sign-in address was used or has expired. Ask the administrator of the hub for a new one.';
      response.status(410).json({ message });
      return;
    }
    this.cookie.write(response, session.token, session.expiresAt);
    response.status(204).end();
  }
}

function tokenOf(body: unknown): string | null {
  const token = (body as { token?: unknown } | null | undefined)?.token;
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : null;
}
