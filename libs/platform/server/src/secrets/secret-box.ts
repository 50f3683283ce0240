import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const [identifierBytes, nonceBytes, tagBytes] = [4, 12, 16];

interface Key {
  identifier: Buffer;
  secret: Buffer;
}

/**
 * Keeps secrets that the hub itself must read again, such as the client secret of an identity provider, so that
 * whoever gets hold of the database or a backup has not got hold of them.
 *
 * A sealed secret is: identifier of the key, nonce, tag, ciphertext. The place where it is kept is sealed in: copied
 * to another row it does not open.
 */
export class SecretBox {
  private readonly keys: Key[];

  /** @param keys 32 bytes each. The first one seals, any of them opens: a new key is put in front of the old one. */
  constructor(keys: readonly Buffer[]) {
    this.keys = keys.map((secret) => ({ secret, identifier: identifierOf(secret) }));
  }

  /** Without a key nothing can be sealed; whoever wants to keep a secret must refuse. */
  get canSeal(): boolean {
    return this.keys.length > 0;
  }

  /** @param place Names the row and column, such as `identity_provider.client_secret:<uuid>`. */
  seal(secret: string, place: string): Buffer {
    const [key] = this.keys;
    if (!key) throw new Error('There is no key to seal a secret with: SECRETS_KEY is not set.');
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key.secret, nonce).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([key.identifier, nonce, cipher.getAuthTag(), sealed]);
  }

  /** @returns null when its key is not among ours, or it was altered or moved. */
  open(sealed: Buffer, place: string): string | null {
    const nonceAt = identifierBytes;
    const tagAt = nonceAt + nonceBytes;
    const textAt = tagAt + tagBytes;
    const key = this.keys.find(({ identifier }) => identifier.equals(sealed.subarray(0, nonceAt)));
    if (!key || sealed.length < textAt) return null;
    try {
      const decipher = createDecipheriv(algorithm, key.secret, sealed.subarray(nonceAt, tagAt))
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(tagAt, textAt));
      return Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}

const identifierOf = (secret: Buffer): Buffer =>
  createHash('sha256').update('key identifier').update(secret).digest().subarray(0, identifierBytes);
