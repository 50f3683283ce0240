import { z } from 'zod';

const base64url = (maximum: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(maximum);
const extensions = z.record(z.string(), z.unknown()).default({});
const attachment = z.enum(['platform', 'cross-platform']).optional().catch(undefined);

/** What an authenticator answers when it has made a passkey. */
const attestation = z.object({
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url(8_000),
    attestationObject: base64url(40_000),
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
export type Attestation = z.output<typeof attestation>;

/** What an authenticator answers when it has signed a challenge. */
const assertion = z.object({
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: extensions,
  response: z.object({
    clientDataJSON: base64url(8_000),
    authenticatorData: base64url(8_000),
    signature: base64url(8_000),
    userHandle: base64url(200)
      .nullish()
      .transform((handle) => handle ?? undefined),
  }),
});
export type Assertion = z.output<typeof assertion>;

export const readAttestation = (answer: unknown): Attestation | null => attestation.safeParse(answer).data ?? null;
export const readAssertion = (answer: unknown): Assertion | null => assertion.safeParse(answer).data ?? null;

/** The challenge that the browser says was signed; the signature proves it later. */
export function challengeIn(clientDataJson: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJson, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
}

/** Authenticators keep it beside the passkey: an opaque number, not a name. */
export const userHandleOf = (personId: string): Buffer => Buffer.from(personId.replaceAll('-', ''), 'hex');
