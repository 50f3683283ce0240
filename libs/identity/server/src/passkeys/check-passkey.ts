import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  LOGGER,
  notAllowed,
  SETTINGS,
  type Logger,
  type NotAllowedRefusal,
  type Settings,
  type Transaction,
} from '@sos/platform-server';
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { ChallengePurpose } from './passkey-challenge.entity';
import { makeChallenge, useChallenge } from './passkey-challenges';
import { countUse, findCredential, findCredentials, type KnownPasskey } from './passkey.repository';
import { challengeIn, readAssertion, userHandleOf, type Assertion } from './passkey.rules';
import { relyingPartyOf, type RelyingParty } from './relying-party';

const fiveMinutes = 300_000;

type Checked = { person: Actor; refusal?: undefined } | { person?: undefined; refusal: NotAllowedRefusal };

/** Asks browsers for passkeys, and checks what they answer. */
@Injectable()
export class CheckPasskey {
  private readonly party: RelyingParty;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly activity: ActivityRecorder,
  ) {
    this.party = relyingPartyOf(settings.publicUrl);
  }

  /**
   * What the browser must be asked.
   * @param personId Whose passkey it must be; null: whoever's the browser offers.
   */
  async ask(
    transaction: Transaction,
    browser: Buffer,
    purpose: Exclude<ChallengePurpose, 'enrol'>,
    personId: string | null,
  ): Promise<object> {
    return generateAuthenticationOptions({
      rpID: this.party.id,
      challenge: await makeChallenge(transaction, { purpose, browser, personId }),
      allowCredentials: personId ? await findCredentials(transaction, personId) : [],
      userVerification: 'required',
      timeout: fiveMinutes,
    });
  }

  /** Whose passkey has answered. A refusal must be committed: the challenge is used up by it. */
  async check(
    transaction: Transaction,
    answer: unknown,
    browser: Buffer | null,
    purposes: readonly ChallengePurpose[],
  ): Promise<Checked> {
    const assertion = readAssertion(answer);
    const challenge = assertion && challengeIn(assertion.response.clientDataJSON);
    const asked = challenge && browser ? await useChallenge(transaction, { challenge, browser, purposes }) : null;
    if (!assertion || !challenge || !asked) return { refusal: notAllowed(tooLate) };
    const passkey = await findCredential(transaction, assertion.id);
    if (!passkey) return { refusal: notAllowed(unknownPasskey) };
    if (asked.personId && asked.personId !== passkey.personId) return { refusal: notAllowed(anothersPasskey) };
    const counter = await this.verify(passkey, assertion, challenge);
    if (counter === null) return { refusal: notAllowed(notVerified) };
    const person = { personId: passkey.personId, fullName: passkey.fullName };
    if (await countUse(transaction, passkey.id, counter)) return { person };
    await this.trailOfCopy(transaction, person, passkey.name);
    return { refusal: notAllowed(copied, 'An administrator, who can see it in the audit trail.') };
  }

  /** @returns the counter of the device; null for an answer that is not this passkey's to this hub. */
  private async verify(passkey: KnownPasskey, assertion: Assertion, challenge: string): Promise<number | null> {
    try {
      const { userHandle } = assertion.response;
      if (userHandle && !Buffer.from(userHandle, 'base64url').equals(userHandleOf(passkey.personId))) return null;
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: assertion,
        expectedChallenge: challenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
        // The counter is compared where it is kept, in one statement, so that two answers at once cannot both pass.
        credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
      });
      return verified ? authenticationInfo.newCounter : null;
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'a passkey was refused');
      return null;
    }
  }

  private trailOfCopy(transaction: Transaction, person: Actor, name: string): Promise<void> {
    return this.activity.record(transaction, null, {
      action: 'refused a passkey whose counter went back, as a copy’s does:',
      subjectType: 'Person',
      subjectId: person.personId,
      subjectLabel: person.fullName,
      after: { passkey: name },
      visibleInFeed: false,
    });
  }
}

const tooLate = 'That took too long, or was answered already. Try again.';
const unknownPasskey =
  'The hub does not know this passkey; it may have been removed. Sign in another way, then add it again in your profile.';
const anothersPasskey = 'This passkey belongs to somebody else. Choose your own, then try again.';
const notVerified =
  'The passkey could not be checked. Open the hub at its usual address and unlock the passkey with your device’s PIN, face or finger.';
const copied =
  'This passkey may have been copied, so it was not accepted. Sign in another way, remove it in your profile and add a new one.';
