import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { Departures } from '../leaving/departures';
import { AddPasskey } from './add-passkey';
import { CheckPasskey } from './check-passkey';
import { ManagePasskeys } from './manage-passkeys';
import { deletePasskeys } from './passkey.repository';
import { PasskeySignInResolver, ViewerPasskeysResolver } from './passkey.resolver';
import { SecondStep } from './second-step';
import { SignInByPasskey } from './sign-in-by-passkey';
import { WebAuthnJsonScalar } from './webauthn-json';

/** Passkeys. Global: a link by mail asks for one besides. */
@Global()
@Module({
  providers: [
    AddPasskey,
    CheckPasskey,
    ManagePasskeys,
    PasskeySignInResolver,
    SecondStep,
    SignInByPasskey,
    ViewerPasskeysResolver,
    WebAuthnJsonScalar,
  ],
  exports: [SecondStep],
})
export class PasskeyModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly departures: Departures,
    private readonly passkeys: ManagePasskeys,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Passkey', async (id, { viewer }) => viewer && this.passkeys.find(viewer.personId, id));
    this.departures.register({
      name: 'passkeys',
      end: async (transaction, { personId }) => void (await deletePasskeys(transaction, personId)),
    });
  }
}
