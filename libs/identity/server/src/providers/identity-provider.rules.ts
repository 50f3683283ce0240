import { VerificationClaim } from './identity-provider.types';

/** Why a sign-in through a provider came to nothing. The page has the words for each; none of them tells of a person. */
export const providerProblems = [
  'cancelled',
  'expired',
  'unavailable',
  'refused',
  'not-trusted',
  'no-address',
  'unverified-address',
  'foreign-domain',
  'unknown-person',
  'other-agency',
  'other-account',
  'linked-elsewhere',
  'signed-out',
] as const;
export type ProviderProblem = (typeof providerProblems)[number];

/** What of a provider decides whom it may let in. */
export interface Vouching {
  mailDomains: readonly string[];
  verificationClaim: VerificationClaim;
}

/** The domain of an address in lower case; null for what is no address. */
export function domainOf(email: string): string | null {
  const parts = email.trim().toLowerCase().split('@');
  return parts.length === 2 && parts[0] && parts[1] ? parts[1] : null;
}

/**
 * The address that a provider vouches for: one that it says is verified, of a domain that it may speak for. Exactly that
 * domain: whoever has `ca.gov` has not got `cdph.ca.gov`.
 */
export function vouchedAddress(
  { mailDomains, verificationClaim }: Vouching,
  claims: Readonly<Record<string, unknown>>,
): { email: string; problem?: undefined } | { email?: undefined; problem: ProviderProblem } {
  const { email } = claims;
  const domain = typeof email === 'string' && email.length <= 254 ? domainOf(email) : null;
  if (typeof email !== 'string' || !domain) return { problem: 'no-address' };
  if (!isVerified(claims[verificationClaim], verificationClaim)) return { problem: 'unverified-address' };
  if (!mailDomains.includes(domain)) return { problem: 'foreign-domain' };
  return { email: email.trim().toLowerCase() };
}

// Entra ID writes its claim as a number or text, though it documents a boolean.
const isVerified = (value: unknown, claim: VerificationClaim): boolean =>
  value === true || (claim === VerificationClaim.XMS_EDOV && (value === 1 || value === '1' || value === 'true'));

/** The domain as it is kept, of `@CDPH.ca.gov` or `cdph.ca.gov`; null for what is none. */
export function mailDomain(text: string): string | null {
  const domain = text.trim().toLowerCase().replace(/^@/, '');
  const isDomain =
    domain.length <= 253 && /^(?=.*\.)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
  return isDomain ? domain : null;
}

const isThisMachine = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** What is wrong with an issuer; null for one that can be asked. */
export function issuerProblem(text: string, allowsPrivate: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.search || url.hash || url.username || url.password || text.includes('#') || text.includes('?')) {
    return 'The issuer expects an address such as https://login.example.gov, without question mark or name.';
  }
  if (url.pathname.includes('/.well-known/')) return 'The issuer is the address before /.well-known.';
  if (url.protocol === 'https:') return null;
  return allowsPrivate && url.protocol === 'http:' && isThisMachine(url.hostname)
    ? null
    : 'The issuer expects an address that begins with https://.';
}
