import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ViewerSource } from '@sos/platform-server';
import type { Request, Response } from 'express';
import { BrowserCookie } from '../sign-in/browser-cookie';
import { SignInDoor } from '../sign-in/sign-in-door';
import { FinishProviderSignIn, type ProviderOutcome } from './finish-provider-sign-in';

/**
 * Where identity providers send browsers back to. Each provider has an address of its own, so that an answer meant for
 * one is never taken to another. Whatever comes of it, the browser goes on to a page without the code in its address.
 */
@Controller('sign-in/provider')
export class ProviderCallbackController {
  constructor(
    private readonly door: SignInDoor,
    private readonly browser: BrowserCookie,
    private readonly viewers: ViewerSource,
    private readonly finish: FinishProviderSignIn,
  ) {}

  @Get(':key/callback')
  async receive(@Param('key') providerKey: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    response.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    const way = this.door.wayIn('identity provider', request);
    const outcome = await this.finish.finish({
      providerKey,
      search: new URL(request.originalUrl, 'http://hub').search,
      browser: this.browser.read(request),
      way,
      viewer: way.previousToken ? await this.viewers.find(way.previousToken) : null,
    });
    if (outcome.session) this.door.open(response, outcome.session, way);
    response.redirect(303, pathAfter(outcome));
  }
}

const pathAfter = (outcome: ProviderOutcome): string =>
  outcome.problem ? `/${outcome.returnTo}?problem=${outcome.problem}` : outcome.path;
