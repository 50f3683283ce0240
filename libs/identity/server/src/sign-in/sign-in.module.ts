import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Departures } from '../leaving/departures';
import { BrowserCookie } from './browser-cookie';
import { OneTimeSignInController } from './one-time-sign-in.controller';
import { OwnSessions } from './own-sessions';
import { SessionResolver } from './session.resolver';
import { endSessionsOf } from './session.repository';
import { SignInCodes } from './sign-in-codes';
import { SignInDoor } from './sign-in-door';
import { SignInLinkResolver } from './sign-in-link.resolver';
import { SignInLinks } from './sign-in-links';
import { SignInService } from './sign-in.service';

/** Ways in and sessions. Global: passkeys, identity providers and the set-up begin sessions too. */
@Global()
@Module({
  controllers: [OneTimeSignInController],
  providers: [
    BrowserCookie,
    OwnSessions,
    SessionResolver,
    SignInCodes,
    SignInDoor,
    SignInLinkResolver,
    SignInLinks,
    SignInService,
  ],
  exports: [BrowserCookie, OwnSessions, SignInDoor, SignInService],
})
export class SignInModule implements OnModuleInit {
  constructor(private readonly departures: Departures) {}

  onModuleInit(): void {
    this.departures.register({
      name: 'sessions',
      end: async (transaction, { personId }) => void (await endSessionsOf(transaction, personId)),
    });
  }
}
