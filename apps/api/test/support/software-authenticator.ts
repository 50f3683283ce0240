import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}
interface RequestOptions {
  challenge: string;
  rpId: string;
  allowCredentials?: { id: string }[];
}

/** What a hostile or broken authenticator, browser or page would say instead. */
export interface Lies {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  userVerified?: boolean;
  userPresent?: boolean;
  counter?: number;
  userHandle?: string;
  /** Signs with a key of somebody else. */
  key?: KeyObject;
}

/** A passkey as an authenticator holds it. */
export interface Credential {
  id: string;
  key: KeyObject;
  userHandle: string;
  counter: number;
}

/** Makes passkeys and answers with them as a device and its browser do (Web Authentication, ES256, no attestation). */
export class SoftwareAuthenticator {
  readonly credentials: Credential[] = [];

  /** @param counts Whether it counts its uses, as security keys do and synced passkeys do not. */
  constructor(
    private readonly origin: string,
    private readonly counts = true,
  ) {}

  create(options: CreationOptions, lies: Lies = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(32);
    const credential = { id: id.toString('base64url'), key: privateKey, userHandle: options.user.id, counter: 0 };
    this.credentials.push(credential);
    const { x, y } = publicKey.export({ format: 'jwk' });
    // COSE: kty EC2, alg ES256, crv P-256, x, y.
    const coseKey = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(Buffer.from(x!, 'base64url')),
      Buffer.from([0x22]),
      cborBytes(Buffer.from(y!, 'base64url')),
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), uint16(id.length), id, coseKey]);
    const authData = Buffer.concat([this.head(options.rp.id, 0x40, lies.counter ?? 0, lies), attested]);
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.from([0xa0]),
      cborText('authData'),
      cborBytes(authData),
    ]);
    return {
      id: credential.id,
      rawId: credential.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.clientData('webauthn.create', options.challenge, lies),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  get(options: RequestOptions, lies: Lies = {}, credential = this.credentials.at(-1)!) {
    if (this.counts) credential.counter += 1;
    const authData = this.head(options.rpId, 0, lies.counter ?? credential.counter, lies);
    const clientDataJSON = this.clientData('webauthn.get', options.challenge, lies);
    const signed = Buffer.concat([
      authData,
      createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest(),
    ]);
    return {
      id: credential.id,
      rawId: credential.id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: authData.toString('base64url'),
        signature: createSign('sha256')
          .update(signed)
          .sign(lies.key ?? credential.key)
          .toString('base64url'),
        userHandle: lies.userHandle ?? credential.userHandle,
      },
    };
  }

  private head(rpId: string, flags: number, counter: number, lies: Lies): Buffer {
    const present = lies.userPresent === false ? 0 : 0x01;
    const verified = lies.userVerified === false ? 0 : 0x04;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const party = createHash('sha256')
      .update(lies.rpId ?? rpId)
      .digest();
    return Buffer.concat([party, Buffer.from([flags | present | verified]), count]);
  }

  private clientData(type: string, challenge: string, lies: Lies): string {
    const said = {
      type: lies.type ?? type,
      challenge: lies.challenge ?? challenge,
      origin: lies.origin ?? this.origin,
      crossOrigin: false,
    };
    return Buffer.from(JSON.stringify(said)).toString('base64url');
  }
}

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);

const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);

const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([
    bytes.length < 256 ? Buffer.from([0x58, bytes.length]) : Buffer.concat([Buffer.from([0x59]), uint16(bytes.length)]),
    bytes,
  ]);
