import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { BrowserCookie } from './browser-cookie';
import { SignInDoor } from './sign-in-door';
import { SignInService } from './sign-in.service';

/**
 * Takes the token of a one-time address, which the page sends on. Only a POST uses it up: a mail scanner that follows
 * the address with a GET changes nothing.
 */
@Controller('sign-in/one-time')
export class OneTimeSignInController {
  constructor(
    private readonly door: SignInDoor,
    private readonly signIn: SignInService,
    private readonly browser: BrowserCookie,
  ) {}

  /**
   * 204 with the session's cookie; 200 with what to ask the person's passkey, where the address alone is not enough;
   * 400 for what is no token; 410 for one that no longer works.
   */
  @Post()
  async enter(@Req() request: Request, @Body() body: unknown, @Res() response: Response): Promise<void> {
    const token = tokenOf(body);
    if (!token) {
      response.status(400).json({ message: 'This sign-in address is not complete. Open it again from the message.' });
      return;
    }
    const way = this.door.wayIn('one-time address', request);
    const outcome = await this.signIn.byOneTimeAddress(token, way, () => this.browser.keep(request, response));
    if (!outcome) {
      const message = 'This sign-in address was used or has expired. Ask for a new one on the sign-in page.';
      response.status(410).json({ message });
      return;
    }
    if (outcome.passkeyRequest) {
      response.status(200).json({ passkeyRequest: outcome.passkeyRequest });
      return;
    }
    this.door.open(response, outcome.session, way);
    response.status(204).end();
  }
}

function tokenOf(body: unknown): string | null {
  const token = (body as { token?: unknown } | null | undefined)?.token;
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : null;
}
