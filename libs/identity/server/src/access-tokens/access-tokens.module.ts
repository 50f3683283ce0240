import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TokenSource } from '@sos/platform-server';
import { Departures } from '../leaving/departures';
import { AccessTokenResolver } from './access-token.resolver';
import { AccessTokenSource } from './access-token-source';
import { AccessTokens, revokeTokensOf } from './access-tokens';

/** Tokens for people's own programs. Global: every request may bring one. */
@Global()
@Module({
  providers: [AccessTokenResolver, AccessTokens, { provide: TokenSource, useClass: AccessTokenSource }],
  exports: [TokenSource],
})
export class AccessTokensModule implements OnModuleInit {
  constructor(private readonly departures: Departures) {}

  onModuleInit(): void {
    this.departures.register({
      name: 'access tokens',
      end: async (transaction, { personId }) => void (await revokeTokensOf(transaction, personId)),
    });
  }
}
