import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  checkInput,
  Database,
  LOGGER,
  notAllowed,
  plainText,
  SETTINGS,
  type InvalidInputRefusal,
  type Logger,
  type NotAllowedRefusal,
  type Settings,
  type Transaction,
} from '@sos/platform-server';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { deviceWords } from '../sign-in/device-words';
import { makeChallenge, useChallenge } from './passkey-challenges';
import { findCredentials, insertPasskey, type NewPasskey } from './passkey.repository';
import { challengeIn, readAttestation, userHandleOf, type Attestation } from './passkey.rules';
import type { AddPasskeyInput, Passkey } from './passkey.types';
import { relyingPartyOf, type RelyingParty } from './relying-party';

const fiveMinutes = 300_000;
/** More than anybody has devices; enough to stop a script that fills the table. */
const mostPasskeys = 20;

export const nameShape = plainText('The name', { minimum: 1, maximum: 60 });
const shape = z.object({ name: nameShape.nullish() });

type Added = { passkey: Passkey; refusal?: undefined } | { refusal: NotAllowedRefusal | InvalidInputRefusal };

/** Asks a browser to make a passkey for somebody who is signed in, and keeps its public half. */
@Injectable()
export class AddPasskey {
  private readonly party: RelyingParty;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
  ) {
    this.party = relyingPartyOf(settings.publicUrl);
  }

  /** What the browser must be asked. A passkey that the person has already is not made again. */
  async ask({ personId, fullName }: Actor, browser: Buffer): Promise<object> {
    return this.database.transaction(async (transaction) => {
      const [person] = await transaction.query<{ email: string }>('select email from person where id = $1', [personId]);
      return generateRegistrationOptions({
        rpName: this.party.name,
        rpID: this.party.id,
        userID: new Uint8Array(userHandleOf(personId)),
        userName: person!.email,
        userDisplayName: fullName,
        challenge: await makeChallenge(transaction, { purpose: 'enrol', browser, personId }),
        attestationType: 'none',
        excludeCredentials: await findCredentials(transaction, personId),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        timeout: fiveMinutes,
      });
    });
  }

  async add(
    person: Actor,
    input: AddPasskeyInput,
    asked: { browser: Buffer | null; userAgent: string },
  ): Promise<Added> {
    const { value, refusal } = checkInput(shape, { name: input.name });
    if (refusal) return { refusal };
    return this.database.transaction(async (transaction) => {
      const made = await this.check(transaction, person, input.answer, asked.browser);
      if (typeof made === 'string') return { refusal: notAllowed(made) };
      const name = value.name ?? deviceWords(asked.userAgent);
      const passkey = await insertPasskey(transaction, { ...made, name });
      if (!passkey) return { refusal: notAllowed('This passkey is in the hub already.') };
      await this.activity.record(transaction, person, {
        action: 'added a passkey:',
        subjectType: 'Person',
        subjectId: person.personId,
        subjectLabel: person.fullName,
        after: { passkey: passkey.name },
        visibleInFeed: false,
      });
      return { passkey };
    });
  }

  /** The passkey, or why it is not taken. A refusal must be committed: the challenge is used up by it. */
  private async check(
    transaction: Transaction,
    { personId }: Actor,
    answer: unknown,
    browser: Buffer | null,
  ): Promise<Omit<NewPasskey, 'name'> | string> {
    const attestation = readAttestation(answer);
    const challenge = attestation && challengeIn(attestation.response.clientDataJSON);
    const asked =
      challenge && browser ? await useChallenge(transaction, { challenge, browser, purposes: ['enrol'] }) : null;
    if (!attestation || !challenge || asked?.personId !== personId) {
      return 'That took too long, or was answered already. Try again.';
    }
    // Locks the person, so that requests at once cannot pass the limit together.
    await transaction.query('select 1 from person where id = $1 for update', [personId]);
    if ((await findCredentials(transaction, personId)).length >= mostPasskeys) {
      return `You have ${mostPasskeys} passkeys, the most that one can have. Remove one that you no longer use.`;
    }
    const info = await this.verify(attestation, challenge);
    if (!info) return 'The passkey could not be checked. Open the hub at its usual address, then try again.';
    const { credential, credentialBackedUp, credentialDeviceType } = info;
    return {
      personId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: attestation.response.transports,
      isSynced: credentialDeviceType === 'multiDevice' || credentialBackedUp,
    };
  }

  private async verify(attestation: Attestation, challenge: string) {
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: attestation as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: challenge,
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
      });
      return registrationInfo ?? null;
    } catch (error) {
      this.logger.warn({ reason: (error as Error).message }, 'a new passkey was refused');
      return null;
    }
  }
}
